/** Sends edits as one change and keeps what is under way or was refused, cell by cell. */
import { useCallback, useState } from "react";
import { notifyError } from "@/components/Toast";
import { toApiError } from "@/host/error";
import { words } from "@/words";
import type { PlannedCell } from "./edits";
import type { CellEdit, CellProblem, GridColumn, GridRow, GridSource } from "./types";
import { toWire } from "./values";

export interface Refusal {
  value: string;
  message: string;
}

export interface CellEditsInput<Row> {
  source: GridSource<Row>;
  columns: GridColumn<Row>[];
  onCommitCells?: (edits: CellEdit[]) => Promise<CellProblem[]>;
  announce: (message: string) => void;
}

export const cellKey = (rowId: string, column: string) => `${rowId} ${column}`;

export function useCellEdits<Row extends GridRow>({
  source,
  columns,
  onCommitCells,
  announce,
}: CellEditsInput<Row>) {
  const [pending, setPending] = useState<ReadonlyMap<string, string>>(new Map());
  const [refused, setRefused] = useState<ReadonlyMap<string, Refusal>>(new Map());

  const commit = useCallback(
    async (cells: PlannedCell[]) => {
      if (!onCommitCells || cells.length === 0) return;
      const { edits, texts, readOnly } = await prepare(cells, source, columns);
      if (readOnly > 0) announce(words.grid.readOnlySkipped(readOnly));
      if (edits.length === 0) return;
      const keys = edits.map((edit) => cellKey(edit.rowId, edit.column));
      setPending((before) => new Map([...before, ...keys.map((key, at) => [key, texts[at] ?? ""] as const)]));
      try {
        const problems = await onCommitCells(edits);
        setRefused((before) => afterwards(before, keys, texts, problems));
        announce(problems.length > 0 ? words.grid.refused(problems.length) : words.grid.stored(edits.length));
      } catch (cause) {
        notifyError(toApiError(cause));
      } finally {
        setPending((before) => new Map([...before].filter(([key]) => !keys.includes(key))));
      }
    },
    [source, columns, onCommitCells, announce],
  );

  const forgetRefused = useCallback(() => setRefused(new Map()), []);
  return { pending, refused, commit, forgetRefused };
}

/** Leaves out what cannot be edited and what would not change. */
async function prepare<Row extends GridRow>(
  cells: PlannedCell[],
  source: GridSource<Row>,
  columns: GridColumn<Row>[],
) {
  const rowNumbers = cells.map((cell) => cell.row);
  const first = Math.min(...rowNumbers);
  const rows = await source.getRange(first, Math.max(...rowNumbers) - first + 1);
  const edits: CellEdit[] = [];
  const texts: string[] = [];
  let readOnly = 0;
  for (const cell of cells) {
    const row = rows[cell.row - first];
    const column = columns[cell.column];
    if (!row || !column) continue;
    if (!column.editor) readOnly += 1;
    else if (column.text(row) !== cell.value) {
      edits.push({
        rowId: row.id,
        revision: row.revision ?? 0,
        column: column.id,
        value: toWire(column.editor, cell.value),
      });
      texts.push(cell.value);
    }
  }
  return { edits, texts, readOnly };
}

/** One refused cell keeps the whole change from being stored, so every cell sent keeps the text typed. */
function afterwards(
  before: ReadonlyMap<string, Refusal>,
  keys: string[],
  texts: string[],
  problems: CellProblem[],
) {
  const after = new Map(before);
  for (const key of keys) after.delete(key);
  for (const { index, message } of problems) {
    const key = keys[index];
    if (key !== undefined) after.set(key, { value: texts[index] ?? "", message });
  }
  return after;
}
