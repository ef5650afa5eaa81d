import { describe, expect, it } from "vitest";
import type { GridLayout } from "@/bindings/GridLayout";
import { isShown } from "./layout";

const layout = (part: Partial<GridLayout>): GridLayout => ({
  search: null,
  filters: [],
  sort: [],
  columns: {},
  widths: {},
  ...part,
});

describe("the view that the grid shows", () => {
  it("is recognised whatever the order of filters and values", () => {
    const saved = layout({
      filters: [
        { column: "disposition", values: ["port", "new"] },
        { column: "numberType", values: ["user"] },
      ],
    });
    const now = layout({
      filters: [
        { column: "numberType", values: ["user"] },
        { column: "usage", values: [] },
        { column: "disposition", values: ["new", "port"] },
      ],
      widths: { notes: 300 },
    });
    expect(isShown(saved, now)).toBe(true);
  });

  it.each([
    [{ search: "214" }],
    [{ sort: [{ column: "number", descending: true }] }],
    [{ filters: [{ column: "disposition", values: ["port"] }] }],
  ])("is another one with %j", (part) => {
    expect(isShown(layout({}), layout(part))).toBe(false);
  });
});
