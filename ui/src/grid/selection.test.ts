import { describe, expect, it } from "vitest";
import {
  addCell,
  cellCount,
  clampSelection,
  countRows,
  extendTo,
  isSelected,
  lastRange,
  rectangle,
  selectAll,
  selectColumns,
  selectedRows,
  selectRows,
  singleCell,
} from "./selection";

const at = (row: number, column: number) => ({ row, column });

describe("ranges", () => {
  it("are the same rectangle whichever corner they began at", () => {
    const forward = { anchor: at(1, 2), head: at(3, 4) };
    const backward = { anchor: at(3, 4), head: at(1, 2) };
    expect(rectangle(forward)).toEqual(rectangle(backward));
    expect(cellCount(backward)).toBe(9);
  });
  it("grow from their anchor and keep the active cell", () => {
    const selection = extendTo(extendTo(singleCell(at(2, 2)), at(4, 4)), at(0, 1));
    expect(selection.active).toEqual(at(2, 2));
    expect(rectangle(lastRange(selection))).toEqual({ top: 0, left: 1, bottom: 2, right: 2 });
  });
  it("stand side by side after Ctrl+click", () => {
    const selection = addCell(singleCell(at(0, 0)), at(5, 1));
    expect(isSelected(selection, 0, 0)).toBe(true);
    expect(isSelected(selection, 5, 1)).toBe(true);
    expect(isSelected(selection, 3, 0)).toBe(false);
  });
  it("widen to rows, columns and everything", () => {
    const selection = extendTo(singleCell(at(1, 1)), at(2, 1));
    expect(rectangle(lastRange(selectRows(selection, 7)))).toEqual({ top: 1, left: 0, bottom: 2, right: 6 });
    expect(rectangle(lastRange(selectColumns(selection, 9)))).toEqual({
      top: 0,
      left: 1,
      bottom: 8,
      right: 1,
    });
    expect(cellCount(lastRange(selectAll({ rows: 9, columns: 7 }, at(0, 0))))).toBe(63);
  });
});

describe("selectedRows", () => {
  it("counts overlapping and touching ranges once", () => {
    let selection = extendTo(singleCell(at(4, 0)), at(6, 0));
    selection = extendTo(addCell(selection, at(6, 3)), at(8, 3));
    selection = addCell(selection, at(9, 0));
    selection = addCell(selection, at(1, 0));
    expect(selectedRows(selection)).toEqual([
      { first: 1, last: 1 },
      { first: 4, last: 9 },
    ]);
    expect(countRows(selectedRows(selection))).toBe(7);
  });
});

describe("clampSelection", () => {
  it("moves a selection into a grid that has shrunk", () => {
    const selection = clampSelection(extendTo(singleCell(at(8, 5)), at(9, 6)), { rows: 3, columns: 2 });
    expect(selection.active).toEqual(at(2, 1));
    expect(isSelected(selection, 2, 1)).toBe(true);
  });
});
