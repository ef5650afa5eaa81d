import { describe, expect, it } from "vitest";
import { mend, NO_EDITS, redo, type SheetEdit, undo } from "./edits";

const edit = (row: number, text: string): SheetEdit => ({ file: "f", sheet: "s", row, column: 1, text });

describe("edits", () => {
  it("keep the last word about a cell", () => {
    const edits = mend(mend(NO_EDITS, [edit(1, "a"), edit(2, "b")]), [edit(1, "c")]);
    expect(edits.now).toEqual([edit(1, "c"), edit(2, "b")]);
  });
  it("are taken back and done again act by act", () => {
    const edits = mend(mend(NO_EDITS, [edit(1, "a"), edit(2, "b")]), [edit(1, "c")]);
    const once = undo(edits);
    expect(once.now).toEqual([edit(1, "a"), edit(2, "b")]);
    expect(redo(once)).toEqual(edits);
    expect(undo(undo(undo(once))).now).toEqual([]);
    expect(redo(edits)).toEqual(edits);
  });
  it("forget what was undone once something else is edited", () => {
    expect(mend(undo(mend(NO_EDITS, [edit(1, "a")])), [edit(2, "b")]).future).toEqual([]);
  });
});
