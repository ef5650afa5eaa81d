import { act, renderHook } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { GridColumn, GridRow } from "@/grid/types";
import { fakeHost } from "@/test/fakeHost";
import { useCellCommit } from "./useCellCommit";
import type { PagedSource } from "./useGridSource";

interface Row extends GridRow {
  notes: string;
}

const COLUMNS: GridColumn<Row>[] = [
  { id: "notes", header: "Notes", width: 100, text: (row) => row.notes, editor: { kind: "text" } },
];

/** One row, and a backend that answers an edit when the test says so. */
function open() {
  let row: Row = { id: "row-1", revision: 1, notes: "before" };
  const waiting: (() => void)[] = [];
  const host = fakeHost({
    number_edit: ({ edits }: { edits: { revision: number; value: string }[] }) =>
      new Promise((resolve) => {
        waiting.push(() => {
          const [edit] = edits;
          if (!edit || edit.revision !== row.revision) throw new Error("a conflict");
          resolve({ rows: [{ ...row, notes: edit.value, revision: edit.revision + 1 }], problems: [] });
        });
      }),
  });
  const source: PagedSource<Row> = {
    total: 1,
    rowAt: () => row,
    show: () => {},
    getRange: async () => [row],
    error: null,
    replace: (rows) => {
      row = rows[0] ?? row;
    },
  };
  const { result } = renderHook(() => useCellCommit("number_edit", source, COLUMNS));
  const answer = async () => {
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    await act(async () => waiting.shift()?.());
  };
  const type = (value: string) =>
    result.current.commit([{ rowId: row.id, revision: row.revision ?? 0, column: "notes", value }]);
  return { host, answer, type, undo: () => result.current.undo(), notes: () => row.notes };
}

describe("undo", () => {
  it("takes back an edit that is not answered yet, once it is", async () => {
    const { host, answer, type, undo, notes } = open();
    type("after");
    undo();
    await answer();
    expect(notes()).toBe("after");
    await answer();
    expect(host.calls).toHaveLength(2);
    expect(notes()).toBe("before");
  });
  it("takes back one edit after the other when it is pressed fast", async () => {
    const { answer, type, undo, notes } = open();
    type("first");
    await answer();
    type("second");
    await answer();
    undo();
    undo();
    await answer();
    expect(notes()).toBe("first");
    await answer();
    expect(notes()).toBe("before");
  });
  it("does nothing when nothing was edited", async () => {
    const { host, undo } = open();
    await undo();
    expect(host.calls).toEqual([]);
  });
});
