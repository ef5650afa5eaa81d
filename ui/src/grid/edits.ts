/** Which cells a paste, a fill or Delete changes, and to what. Pure: positions and texts, no rows. */
import type { Matrix } from "./clipboard";
import { type Bounds, type Range, rectangle } from "./selection";

export interface PlannedCell {
  row: number;
  column: number;
  value: string;
}

export interface Plan {
  cells: PlannedCell[];
  /** What is selected when it is done. */
  range: Range;
  /** Cells of the clipboard that had no place, beyond the last row or column. */
  dropped: number;
}

/** Excel's rule: a block that divides the selection evenly is repeated over it, else it is pasted once. */
export function planPaste(matrix: Matrix, range: Range, bounds: Bounds): Plan {
  const height = matrix.length;
  const width = Math.max(0, ...matrix.map((row) => row.length));
  const { top, left, bottom, right } = rectangle(range);
  const selected = { height: bottom - top + 1, width: right - left + 1 };
  const repeats = width > 0 && selected.height % height === 0 && selected.width % width === 0;
  const area = repeats ? selected : { height, width };
  const plan: Plan = { cells: [], range, dropped: 0 };
  for (let y = 0; y < area.height; y += 1) {
    for (let x = 0; x < area.width; x += 1) {
      const row = top + y;
      const column = left + x;
      if (row >= bounds.rows || column >= bounds.columns) plan.dropped += 1;
      else plan.cells.push({ row, column, value: matrix[y % height]?.[x % width] ?? "" });
    }
  }
  const head = {
    row: Math.min(top + area.height, bounds.rows) - 1,
    column: Math.min(left + area.width, bounds.columns) - 1,
  };
  return { ...plan, range: { anchor: { row: top, column: left }, head } };
}

/** Ctrl+D: the first row of the range goes down; a single row takes the row above it. */
export function planFillDown(range: Range, textAt: (row: number, column: number) => string): PlannedCell[] {
  const { top, left, bottom, right } = rectangle(range);
  const source = top === bottom ? top - 1 : top;
  if (source < 0) return [];
  const cells: PlannedCell[] = [];
  for (let row = source + 1; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      cells.push({ row, column, value: textAt(source, column) });
    }
  }
  return cells;
}

export function planClear(ranges: Range[]): PlannedCell[] {
  const cells = new Map<string, PlannedCell>();
  for (const range of ranges) {
    const { top, left, bottom, right } = rectangle(range);
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        cells.set(`${row}:${column}`, { row, column, value: "" });
      }
    }
  }
  return [...cells.values()];
}
