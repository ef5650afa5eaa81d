/** Excel's keys on the focused grid. Moves and selects; what it changes goes through `commit`. */
import { type KeyboardEvent, useCallback } from "react";
import type { PlannedCell } from "./edits";
import { planClear, planFillDown } from "./edits";
import { ARROWS, advance, clampPosition, jump, leap, step } from "./navigation";
import {
  type Bounds,
  extendTo,
  lastRange,
  type Position,
  type Selection,
  selectAll,
  selectColumns,
  selectRows,
  singleCell,
} from "./selection";

/** Clearing more than this with one key is refused: it is nearly always a slip after Ctrl+A. */
export const MAX_CELLS_PER_KEY = 20_000;

export interface GridKeysInput {
  bounds: Bounds;
  selection: Selection;
  headerColumn: number | null;
  /** Rows that fit on the screen. */
  pageRows: number;
  textAt: (row: number, column: number) => string | undefined;
  select: (selection: Selection) => void;
  focusHeader: (column: number | null) => void;
  sortColumn: (column: number) => void;
  /** `null` keeps the text that is there (F2). */
  beginEdit: (initial: string | null) => void;
  commit: (cells: PlannedCell[]) => void;
  escape: () => void;
  onTooMany: () => void;
  onUndo?: () => void;
  onFind?: () => void;
  onOpenRow?: () => void;
}

export function useGridKeys(input: GridKeysInput) {
  return useCallback(
    (event: KeyboardEvent) => {
      if (event.defaultPrevented || input.bounds.columns === 0) return;
      const handled =
        input.headerColumn !== null
          ? headerKey(event, input, input.headerColumn)
          : commandKey(event, input) || moveKey(event, input) || editKey(event, input);
      if (handled) event.preventDefault();
    },
    [input],
  );
}

function headerKey(event: KeyboardEvent, input: GridKeysInput, column: number): boolean {
  switch (event.key) {
    case "ArrowLeft":
      input.focusHeader(Math.max(0, column - 1));
      return true;
    case "ArrowRight":
      input.focusHeader(Math.min(input.bounds.columns - 1, column + 1));
      return true;
    case "ArrowDown":
    case "Escape":
      input.focusHeader(null);
      return true;
    case "Enter":
    case " ":
      input.sortColumn(column);
      return true;
    default:
      return false;
  }
}

/** Ctrl (or Command) with a letter, and the selection keys. Ctrl+C, X and V are left to the clipboard events. */
function commandKey(event: KeyboardEvent, input: GridKeysInput): boolean {
  const ctrl = event.ctrlKey || event.metaKey;
  const { selection, bounds } = input;
  if (event.key === " " && ctrl) return act(() => input.select(selectColumns(selection, bounds.rows)));
  if (event.key === " " && event.shiftKey)
    return act(() => input.select(selectRows(selection, bounds.columns)));
  if (!ctrl) return false;
  switch (event.key.toLowerCase()) {
    case "a":
      return act(() => input.select(selectAll(bounds, selection.active)));
    case "d":
      return act(() => fillDown(input));
    case "z":
      return act(() => input.onUndo?.());
    case "f":
      return act(() => input.onFind?.());
    case "enter":
      return act(() => input.onOpenRow?.());
    default:
      return false;
  }
}

function fillDown(input: GridKeysInput) {
  const cells = planFillDown(lastRange(input.selection), (row, column) => input.textAt(row, column) ?? "");
  if (cells.length > MAX_CELLS_PER_KEY) input.onTooMany();
  else input.commit(cells);
}

function moveKey(event: KeyboardEvent, input: GridKeysInput): boolean {
  const ctrl = event.ctrlKey || event.metaKey;
  const { bounds, selection } = input;
  const from = event.shiftKey ? lastRange(selection).head : selection.active;
  const direction = ARROWS[event.key];
  if (direction === "up" && !event.shiftKey && !ctrl && from.row === 0) {
    return act(() => input.focusHeader(from.column));
  }
  const isEmpty = ({ row, column }: Position) => input.textAt(row, column) === "";
  const to = direction
    ? ctrl
      ? leap(from, direction, bounds, isEmpty)
      : step(from, direction, bounds)
    : jump(from, event.key, ctrl, input.pageRows, bounds);
  if (!to) return false;
  return act(() => input.select(event.shiftKey ? extendTo(selection, to) : singleCell(to)));
}

function editKey(event: KeyboardEvent, input: GridKeysInput): boolean {
  const { bounds, selection } = input;
  switch (event.key) {
    case "F2":
      return act(() => input.beginEdit(null));
    case "Enter":
      return act(() => input.select(singleCell(advance(selection.active, "Enter", event.shiftKey, bounds))));
    case "Tab":
      return tab(event, input);
    case "Escape":
      return act(input.escape);
    case "Delete":
    case "Backspace":
      return act(() => clear(input));
    default:
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
      return act(() => input.beginEdit(event.key));
  }
}

/** Tab leaves the grid at its last and first cell, so that the keyboard is never trapped. */
function tab(event: KeyboardEvent, input: GridKeysInput): boolean {
  const { active } = input.selection;
  const next = advance(active, "Tab", event.shiftKey, input.bounds);
  if (next.row === active.row && next.column === active.column) return false;
  return act(() => input.select(singleCell(clampPosition(next, input.bounds))));
}

function clear(input: GridKeysInput) {
  const { ranges } = input.selection;
  const cells = ranges.reduce((sum, { anchor, head }) => {
    return sum + (Math.abs(anchor.row - head.row) + 1) * (Math.abs(anchor.column - head.column) + 1);
  }, 0);
  if (cells > MAX_CELLS_PER_KEY) input.onTooMany();
  else input.commit(planClear(ranges));
}

function act(action: () => void): true {
  action();
  return true;
}
