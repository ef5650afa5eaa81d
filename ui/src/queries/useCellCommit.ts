/** Sends the grid's edits to a command and remembers them, so that Ctrl+Z can send the inverse. */
import { useCallback, useRef } from "react";
import { notify, notifyError } from "@/components/Toast";
import type { CellEdit, CellProblem, GridColumn, GridRow } from "@/grid/types";
import { toWire } from "@/grid/values";
import { toApiError } from "@/host/error";
import { words } from "@/words";
import { call } from "./commands";
import type { PagedSource } from "./useGridSource";

interface Done {
  id: string;
  column: string;
  /** What stood there before. */
  value: string | null;
}

type EditName = "number_edit" | "end_user_edit";

/** The backend refuses an inverse whose row somebody else changed meanwhile, and says so. */
export function useCellCommit<Row extends GridRow>(
  name: EditName,
  source: PagedSource<Row>,
  columns: GridColumn<Row>[],
) {
  const history = useRef<Done[][]>([]);
  const revisions = useRef(new Map<string, number>());
  /** What is not answered yet: an undo that comes meanwhile is meant for the last of it. */
  const underway = useRef<Promise<unknown>>(Promise.resolve());

  const send = useCallback(
    async (edits: CellEdit[]): Promise<CellProblem[]> => {
      const wire = edits.map(({ rowId, ...edit }) => ({ id: rowId, ...edit }));
      const result = await call(name, { edits: wire });
      const rows = result.rows as unknown as Row[];
      source.replace(rows);
      for (const row of rows) revisions.current.set(row.id, row.revision ?? 0);
      return result.problems;
    },
    [name, source],
  );

  const commit = useCallback(
    (edits: CellEdit[]) => {
      const perform = async () => {
        const before = await previousValues(edits, source, columns);
        const problems = await send(edits);
        if (problems.length === 0) history.current.push(before);
        return problems;
      };
      const done = perform();
      underway.current = Promise.allSettled([underway.current, done]);
      return done;
    },
    [send, source, columns],
  );

  const undo = useCallback(() => {
    const perform = async () => {
      const last = history.current.pop();
      if (!last) return;
      const edits = last.map(({ id, column, value }) => ({
        rowId: id,
        revision: revisions.current.get(id) ?? 0,
        column,
        value,
      }));
      try {
        const problems = await send(edits);
        if (problems[0]) throw new Error(problems[0].message);
        notify(words.grid.undone);
      } catch (cause) {
        notifyError(toApiError(cause));
      }
    };
    const done = underway.current.then(perform);
    underway.current = done;
    return done;
  }, [send]);

  return { commit, undo };
}

async function previousValues<Row extends GridRow>(
  edits: CellEdit[],
  source: PagedSource<Row>,
  columns: GridColumn<Row>[],
): Promise<Done[]> {
  const rows = new Map<string, Row>();
  const wanted = new Set(edits.map((edit) => edit.rowId));
  for (let index = 0; index < (source.total ?? 0) && rows.size < wanted.size; index += 1) {
    const row = source.rowAt(index);
    if (row && wanted.has(row.id)) rows.set(row.id, row);
  }
  return edits.flatMap(({ rowId, column }) => {
    const row = rows.get(rowId);
    const definition = columns.find(({ id }) => id === column);
    if (!row || !definition?.editor) return [];
    return [{ id: rowId, column, value: toWire(definition.editor, definition.text(row)) }];
  });
}
