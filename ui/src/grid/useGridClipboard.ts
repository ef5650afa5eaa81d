/** Copy, cut and paste on the focused grid through the clipboard events, which need no permission. */
import { type RefObject, useEffect, useRef } from "react";
import { words } from "@/words";
import { type Matrix, parseTsv, toHtml, toTsv } from "./clipboard";
import { type PlannedCell, planClear, planPaste } from "./edits";
import { type Bounds, lastRange, type Range, rectangle, type Selection } from "./selection";
import type { GridColumn, GridRow, GridSource } from "./types";

export interface GridClipboardInput<Row> {
  element: RefObject<HTMLElement | null>;
  source: GridSource<Row>;
  columns: GridColumn<Row>[];
  bounds: Bounds;
  selection: Selection;
  select: (selection: Selection) => void;
  commit: (cells: PlannedCell[]) => void;
  announce: (message: string) => void;
  /** Says whether it takes care of a text itself. */
  onPasteText?: (text: string, column: string | undefined) => boolean;
}

export function useGridClipboard<Row extends GridRow>(input: GridClipboardInput<Row>) {
  const latest = useRef(input);
  latest.current = input;
  const { element } = input;
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const onGrid = (event: Event) => event.target === target || !(event.target instanceof HTMLInputElement);
    const allow = (event: Event) => onGrid(event) && event.preventDefault();
    const copy = (event: ClipboardEvent) => onGrid(event) && write(event, latest.current);
    const cut = (event: ClipboardEvent) => {
      if (onGrid(event) && write(event, latest.current)) {
        latest.current.commit(planClear([lastRange(latest.current.selection)]));
      }
    };
    const paste = (event: ClipboardEvent) => onGrid(event) && read(event, latest.current);
    // WebKit offers copy and paste outside of text fields only to whoever claims the "before" event.
    const claims = ["beforecopy", "beforecut", "beforepaste"];
    for (const name of claims) target.addEventListener(name, allow);
    target.addEventListener("copy", copy);
    target.addEventListener("cut", cut);
    target.addEventListener("paste", paste);
    return () => {
      for (const name of claims) target.removeEventListener(name, allow);
      target.removeEventListener("copy", copy);
      target.removeEventListener("cut", cut);
      target.removeEventListener("paste", paste);
    };
  }, [element]);
}

/** The event ends before rows could be fetched, so rows that are not here yet are fetched for the next attempt. */
function write<Row extends GridRow>(event: ClipboardEvent, input: GridClipboardInput<Row>): boolean {
  event.preventDefault();
  const range = lastRange(input.selection);
  const matrix = textsOf(range, input);
  if (!matrix) {
    const { top, bottom } = rectangle(range);
    input.announce(words.grid.copyLoading);
    input.source.getRange(top, bottom - top + 1).then(() => input.announce(words.grid.copyReady));
    return false;
  }
  event.clipboardData?.setData("text/plain", toTsv(matrix));
  event.clipboardData?.setData("text/html", toHtml(matrix));
  input.announce(words.grid.copied(matrix.length, matrix[0]?.length ?? 0));
  return true;
}

function textsOf<Row extends GridRow>(
  range: Range,
  { source, columns }: GridClipboardInput<Row>,
): Matrix | null {
  const { top, left, bottom, right } = rectangle(range);
  const matrix: Matrix = [];
  for (let row = top; row <= bottom; row += 1) {
    const record = source.rowAt(row);
    if (!record) return null;
    matrix.push(columns.slice(left, right + 1).map((column) => column.text(record)));
  }
  return matrix;
}

function read<Row extends GridRow>(event: ClipboardEvent, input: GridClipboardInput<Row>): void {
  event.preventDefault();
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (text === "") return;
  const column =
    input.bounds.rows > 0 ? input.columns[lastRange(input.selection).anchor.column]?.id : undefined;
  if (input.onPasteText?.(text, column)) return;
  const plan = planPaste(parseTsv(text), lastRange(input.selection), input.bounds);
  input.select({ active: plan.range.anchor, ranges: [plan.range] });
  if (plan.dropped > 0) input.announce(words.grid.dropped(plan.dropped));
  input.commit(plan.cells);
}
