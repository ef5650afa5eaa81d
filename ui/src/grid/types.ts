/** What a screen tells the grid about its columns, rows and edits. */
import type { ReactNode } from "react";

export interface GridRow {
  id: string;
  revision?: number;
}

export interface Choice {
  value: string;
  label: string;
}

export type CellEditor = { kind: "text" } | { kind: "select"; choices: Choice[] } | { kind: "date" };

export interface GridColumn<Row> {
  id: string;
  header: string;
  width: number;
  /** The text copied, edited and read aloud. */
  text: (row: Row) => string;
  /** What is drawn, if more than the text. */
  render?: (row: Row) => ReactNode;
  /** Columns without an editor are read-only. */
  editor?: CellEditor;
  sortable?: boolean;
  /** Phone numbers and ids: tabular monospace. */
  mono?: boolean;
  align?: "left" | "right";
  /** Hidden until a person asks for it. */
  hidden?: boolean;
  /** Stays at the left while the others scroll. */
  pinned?: boolean;
}

/** A window onto rows that live elsewhere. */
export interface GridSource<Row> {
  /** `undefined` until the first page has come. */
  total: number | undefined;
  rowAt: (index: number) => Row | undefined;
  /** Asks for the rows that are about to be seen. */
  show: (first: number, last: number) => void;
  /** Rows by position, loaded where they are not yet here. */
  getRange: (offset: number, limit: number) => Promise<Row[]>;
}

export interface CellMark {
  severity: "error" | "warning";
  reason: string;
}

export interface CellEdit {
  rowId: string;
  revision: number;
  column: string;
  /** `null` clears the cell. */
  value: string | null;
}

/** Why an edit was refused; `index` points into the edits sent, and then none of them was stored. */
export interface CellProblem {
  index: number;
  message: string;
}

export interface SortState {
  column: string;
  descending: boolean;
}
