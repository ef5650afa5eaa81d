/** Where a key takes the active cell: Excel's rules, unchanged. Pure: values in, values out. */
import type { Bounds, Position } from "./selection";

export type Direction = "up" | "down" | "left" | "right";

/** Whether a cell holds nothing; unknown (not loaded) cells count as filled. */
export type IsEmpty = (position: Position) => boolean;

const STEP: Record<Direction, Position> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
};

export const ARROWS: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

export function clampPosition({ row, column }: Position, { rows, columns }: Bounds): Position {
  return {
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  };
}

export function step(from: Position, direction: Direction, bounds: Bounds): Position {
  const by = STEP[direction];
  return clampPosition({ row: from.row + by.row, column: from.column + by.column }, bounds);
}

/**
 * Ctrl+arrow: to the end of the filled stretch one stands in, else to the next filled cell, else to the edge.
 * Up and down go straight to the edge, because rows beyond the loaded window are not known here.
 */
export function leap(from: Position, direction: Direction, bounds: Bounds, isEmpty: IsEmpty): Position {
  if (direction === "up") return { ...from, row: 0 };
  if (direction === "down") return { ...from, row: Math.max(0, bounds.rows - 1) };
  const by = STEP[direction].column;
  const inside = (column: number) => column >= 0 && column < bounds.columns;
  const empty = (column: number) => isEmpty({ row: from.row, column });
  let column = from.column;
  if (inside(column + by) && !empty(column) && !empty(column + by)) {
    while (inside(column + by) && !empty(column + by)) column += by;
    return { row: from.row, column };
  }
  do column += by;
  while (inside(column) && empty(column));
  return clampPosition({ row: from.row, column }, bounds);
}

/** PageUp and PageDown move by what fits on the screen; Home and End within the row, with Ctrl to a corner. */
export function jump(
  from: Position,
  key: string,
  ctrl: boolean,
  page: number,
  bounds: Bounds,
): Position | null {
  const last = { row: bounds.rows - 1, column: bounds.columns - 1 };
  switch (key) {
    case "PageUp":
      return clampPosition({ row: from.row - page, column: from.column }, bounds);
    case "PageDown":
      return clampPosition({ row: from.row + page, column: from.column }, bounds);
    case "Home":
      return clampPosition({ row: ctrl ? 0 : from.row, column: 0 }, bounds);
    case "End":
      return clampPosition({ row: ctrl ? last.row : from.row, column: last.column }, bounds);
    default:
      return null;
  }
}

/** Tab and Enter: to the next cell, wrapping into the next or previous row with Tab. */
export function advance(from: Position, key: "Tab" | "Enter", back: boolean, bounds: Bounds): Position {
  if (key === "Enter") return step(from, back ? "up" : "down", bounds);
  const index = from.row * bounds.columns + from.column + (back ? -1 : 1);
  const clamped = Math.max(0, Math.min(index, bounds.rows * bounds.columns - 1));
  return { row: Math.floor(clamped / bounds.columns), column: clamped % bounds.columns };
}
