import { describe, expect, it } from "vitest";
import { planClear, planFillDown, planPaste } from "./edits";

const bounds = { rows: 4, columns: 3 };
const range = (top: number, left: number, bottom = top, right = left) => ({
  anchor: { row: top, column: left },
  head: { row: bottom, column: right },
});
const texts = (cells: { row: number; column: number; value: string }[]) =>
  cells.map(({ row, column, value }) => `${row},${column}=${value}`);

describe("planPaste", () => {
  it("pastes a block from the upper left corner", () => {
    const plan = planPaste(
      [
        ["a", "b"],
        ["c", "d"],
      ],
      range(1, 1),
      bounds,
    );
    expect(texts(plan.cells)).toEqual(["1,1=a", "1,2=b", "2,1=c", "2,2=d"]);
    expect(plan.range.head).toEqual({ row: 2, column: 2 });
  });
  it("repeats one value over the selection", () => {
    const plan = planPaste([["x"]], range(0, 0, 2, 0), bounds);
    expect(texts(plan.cells)).toEqual(["0,0=x", "1,0=x", "2,0=x"]);
  });
  it("repeats a block that divides the selection", () => {
    const plan = planPaste([["a"], ["b"]], range(0, 1, 3, 1), bounds);
    expect(texts(plan.cells)).toEqual(["0,1=a", "1,1=b", "2,1=a", "3,1=b"]);
  });
  it("pastes once when the block does not divide the selection", () => {
    const plan = planPaste([["a"], ["b"]], range(0, 0, 2, 0), bounds);
    expect(texts(plan.cells)).toEqual(["0,0=a", "1,0=b"]);
  });
  it("says how many cells had no place", () => {
    const plan = planPaste(
      [
        ["a", "b"],
        ["c", "d"],
      ],
      range(3, 2),
      bounds,
    );
    expect(texts(plan.cells)).toEqual(["3,2=a"]);
    expect(plan.dropped).toBe(3);
    expect(plan.range.head).toEqual({ row: 3, column: 2 });
  });
  it("fills the short rows of a ragged block with nothing", () => {
    expect(texts(planPaste([["a", "b"], ["c"]], range(0, 0), bounds).cells)).toContain("1,1=");
  });
});

describe("planFillDown", () => {
  const textAt = (row: number, column: number) => `${row}/${column}`;
  it("copies the first row of the range down", () => {
    expect(texts(planFillDown(range(1, 0, 3, 1), textAt))).toEqual([
      "2,0=1/0",
      "2,1=1/1",
      "3,0=1/0",
      "3,1=1/1",
    ]);
  });
  it("takes the row above when one row is selected", () => {
    expect(texts(planFillDown(range(2, 1), textAt))).toEqual(["2,1=1/1"]);
  });
  it("does nothing in the first row", () => {
    expect(planFillDown(range(0, 0), textAt)).toEqual([]);
  });
});

describe("planClear", () => {
  it("clears a cell of two ranges once", () => {
    expect(planClear([range(0, 0, 1, 1), range(1, 1, 2, 1)])).toHaveLength(5);
  });
});
