/** Cell positions and rectangular ranges, as in a spreadsheet. Pure: values in, values out. */

export interface Position {
  row: number;
  column: number;
}

/** A rectangle from where it was begun to where it ends now; either may be the upper left corner. */
export interface Range {
  anchor: Position;
  head: Position;
}

export interface Bounds {
  rows: number;
  columns: number;
}

/** The ranges in the order in which they were begun. The last one grows, and its anchor is the active cell. */
export interface Selection {
  active: Position;
  ranges: Range[];
}

export interface Rectangle {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export function singleCell(position: Position): Selection {
  return { active: position, ranges: [{ anchor: position, head: position }] };
}

export function rectangle({ anchor, head }: Range): Rectangle {
  return {
    top: Math.min(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    bottom: Math.max(anchor.row, head.row),
    right: Math.max(anchor.column, head.column),
  };
}

export function cellCount(range: Range): number {
  const { top, left, bottom, right } = rectangle(range);
  return (bottom - top + 1) * (right - left + 1);
}

export function isSelected(selection: Selection, row: number, column: number): boolean {
  return selection.ranges.some((range) => {
    const { top, left, bottom, right } = rectangle(range);
    return row >= top && row <= bottom && column >= left && column <= right;
  });
}

/** The range that copy, paste and fill act on. */
export function lastRange(selection: Selection): Range {
  return selection.ranges.at(-1) ?? { anchor: selection.active, head: selection.active };
}

/** Lets the last range end elsewhere; the active cell stays. */
export function extendTo(selection: Selection, head: Position): Selection {
  const { anchor } = lastRange(selection);
  return { active: selection.active, ranges: [...selection.ranges.slice(0, -1), { anchor, head }] };
}

/** Begins a further range beside those there are (Ctrl+click). */
export function addCell(selection: Selection, position: Position): Selection {
  return { active: position, ranges: [...selection.ranges, { anchor: position, head: position }] };
}

export function selectAll({ rows, columns }: Bounds, active: Position): Selection {
  return {
    active,
    ranges: [{ anchor: { row: 0, column: 0 }, head: { row: rows - 1, column: columns - 1 } }],
  };
}

/** Whole rows of the last range (Shift+Space, or a click on the gutter). */
export function selectRows(selection: Selection, columns: number): Selection {
  const { top, bottom } = rectangle(lastRange(selection));
  const range = { anchor: { row: top, column: 0 }, head: { row: bottom, column: columns - 1 } };
  return { active: selection.active, ranges: [...selection.ranges.slice(0, -1), range] };
}

/** Whole columns of the last range (Ctrl+Space). */
export function selectColumns(selection: Selection, rows: number): Selection {
  const { left, right } = rectangle(lastRange(selection));
  const range = { anchor: { row: 0, column: left }, head: { row: rows - 1, column: right } };
  return { active: selection.active, ranges: [...selection.ranges.slice(0, -1), range] };
}

export interface RowSpan {
  first: number;
  last: number;
}

/** The rows any range touches, as few ascending spans, each row once. */
export function selectedRows(selection: Selection): RowSpan[] {
  const spans = selection.ranges
    .map((range) => {
      const { top, bottom } = rectangle(range);
      return { first: top, last: bottom };
    })
    .sort((a, b) => a.first - b.first);
  const merged: RowSpan[] = [];
  for (const span of spans) {
    const previous = merged.at(-1);
    if (previous && span.first <= previous.last + 1) previous.last = Math.max(previous.last, span.last);
    else merged.push({ ...span });
  }
  return merged;
}

export function countRows(spans: RowSpan[]): number {
  return spans.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

/** Keeps a selection inside a grid that has shrunk, for example after a filter. */
export function clampSelection(selection: Selection, bounds: Bounds): Selection {
  const clamp = ({ row, column }: Position): Position => ({
    row: Math.max(0, Math.min(row, bounds.rows - 1)),
    column: Math.max(0, Math.min(column, bounds.columns - 1)),
  });
  return {
    active: clamp(selection.active),
    ranges: selection.ranges.map(({ anchor, head }) => ({ anchor: clamp(anchor), head: clamp(head) })),
  };
}
