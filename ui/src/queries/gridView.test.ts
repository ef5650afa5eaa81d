import { describe, expect, it } from "vitest";
import { parseGridView } from "./gridView";

describe("parseGridView", () => {
  it("reads what the screens write", () => {
    const view = { q: "214", f: { portingStatus: ["ported"] }, s: [{ column: "number", descending: true }] };
    expect(parseGridView(view)).toEqual(view);
  });
  it("leaves out what does not fit", () => {
    expect(parseGridView({ f: { a: "b", c: [1] }, s: [{ wrong: 1 }, { column: "x" }], q: ["a"] })).toEqual({
      f: { c: ["1"] },
      s: [{ column: "x", descending: false }],
    });
  });
  it("keeps digits that an address parser took for a number", () => {
    expect(parseGridView({ q: 214 })).toEqual({ q: "214" });
  });
});
