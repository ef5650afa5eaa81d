import { describe, expect, it } from "vitest";
import { advance, jump, leap, step } from "./navigation";

const bounds = { rows: 5, columns: 6 };
/** Row 1 holds: a a . . b b */
const filled = new Set([0, 1, 4, 5]);
const isEmpty = ({ row, column }: { row: number; column: number }) => row !== 1 || !filled.has(column);

describe("step", () => {
  it("stops at every edge", () => {
    expect(step({ row: 0, column: 0 }, "up", bounds)).toEqual({ row: 0, column: 0 });
    expect(step({ row: 0, column: 0 }, "left", bounds)).toEqual({ row: 0, column: 0 });
    expect(step({ row: 4, column: 5 }, "down", bounds)).toEqual({ row: 4, column: 5 });
    expect(step({ row: 4, column: 5 }, "right", bounds)).toEqual({ row: 4, column: 5 });
  });
  it("moves by one cell", () => {
    expect(step({ row: 2, column: 2 }, "down", bounds)).toEqual({ row: 3, column: 2 });
    expect(step({ row: 2, column: 2 }, "left", bounds)).toEqual({ row: 2, column: 1 });
  });
});

describe("leap", () => {
  const right = (column: number) => leap({ row: 1, column }, "right", bounds, isEmpty).column;
  const left = (column: number) => leap({ row: 1, column }, "left", bounds, isEmpty).column;
  it("goes to the end of the filled stretch", () => {
    expect(right(0)).toBe(1);
    expect(left(5)).toBe(4);
  });
  it("crosses a gap to the next filled cell", () => {
    expect(right(1)).toBe(4);
    expect(right(2)).toBe(4);
    expect(left(4)).toBe(1);
  });
  it("goes to the edge when nothing is there", () => {
    expect(leap({ row: 0, column: 2 }, "right", bounds, isEmpty).column).toBe(5);
    expect(right(5)).toBe(5);
  });
  it("goes to the first and last row", () => {
    expect(leap({ row: 2, column: 3 }, "down", bounds, isEmpty)).toEqual({ row: 4, column: 3 });
    expect(leap({ row: 2, column: 3 }, "up", bounds, isEmpty)).toEqual({ row: 0, column: 3 });
  });
});

describe("jump", () => {
  it.each([
    ["PageDown", false, { row: 4, column: 2 }],
    ["PageUp", false, { row: 0, column: 2 }],
    ["Home", false, { row: 1, column: 0 }],
    ["End", false, { row: 1, column: 5 }],
    ["Home", true, { row: 0, column: 0 }],
    ["End", true, { row: 4, column: 5 }],
  ])("%s with ctrl=%s", (key, ctrl, expected) => {
    expect(jump({ row: 1, column: 2 }, key, ctrl, 3, bounds)).toEqual(expected);
  });
  it("leaves other keys alone", () => {
    expect(jump({ row: 1, column: 2 }, "a", false, 3, bounds)).toBeNull();
  });
});

describe("advance", () => {
  it("wraps Tab into the next and the previous row", () => {
    expect(advance({ row: 0, column: 5 }, "Tab", false, bounds)).toEqual({ row: 1, column: 0 });
    expect(advance({ row: 1, column: 0 }, "Tab", true, bounds)).toEqual({ row: 0, column: 5 });
  });
  it("stays in the last and the first cell", () => {
    expect(advance({ row: 4, column: 5 }, "Tab", false, bounds)).toEqual({ row: 4, column: 5 });
    expect(advance({ row: 0, column: 0 }, "Tab", true, bounds)).toEqual({ row: 0, column: 0 });
  });
  it("moves down with Enter and up with Shift+Enter", () => {
    expect(advance({ row: 1, column: 1 }, "Enter", false, bounds)).toEqual({ row: 2, column: 1 });
    expect(advance({ row: 1, column: 1 }, "Enter", true, bounds)).toEqual({ row: 0, column: 1 });
  });
});
