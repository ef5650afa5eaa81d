import { describe, expect, it } from "vitest";
import type { ColumnMap } from "@/bindings/ColumnMap";
import type { ImportPlanRow } from "@/bindings/ImportPlanRow";
import { reviewColumns, reviewMark, toReviewRow } from "./reviewRows";

const column = (index: number, more: Partial<ColumnMap>): ColumnMap => ({
  index,
  header: `H${index}`,
  field: null,
  confidence: 0,
  why: "",
  samples: [],
  secret: false,
  ...more,
});
const columns = [column(0, { field: "e164" }), column(1, {}), column(2, { secret: true })];
const row = toReviewRow({
  sourceRow: 7,
  ordinal: 1,
  entity: "phone_numbers",
  outcome: "rejected",
  cells: [{ column: 0, header: "DID", text: "2.145E+09" }],
  values: null,
  issues: [
    {
      code: "fictitious_number",
      field: "e164",
      value: "",
      ofRow: null,
      severity: "warning",
      text: "Fictitious.",
    },
    { code: "invalid_number", field: "e164", value: "", ofRow: null, severity: "error", text: "No number." },
    {
      code: "quantity_mismatch",
      field: null,
      value: "",
      ofRow: null,
      severity: "warning",
      text: "Count differs.",
    },
  ],
  changes: [{ field: "rate_center", old_value: null, new_value: "DALLAS" }],
} satisfies ImportPlanRow);

describe("the review", () => {
  it("knows a record by its row and its place in it", () => {
    expect(row.id).toBe("7.1");
  });
  it("never shows a secret column and hides the ignored ones", () => {
    const shown = reviewColumns(columns);
    expect(shown.find(({ id }) => id === "cell-2")).toBeUndefined();
    expect(shown.find(({ id }) => id === "cell-1")?.hidden).toBe(true);
  });
  it("shows original cells and changes as text", () => {
    const text = (id: string) =>
      reviewColumns(columns)
        .find((shown) => shown.id === id)
        ?.text(row);
    expect(text("cell-0")).toBe("2.145E+09");
    expect(text("changes")).toBe("rate center: – → DALLAS");
  });
  it("marks the cell with the worst of its problems and keeps all reasons", () => {
    expect(reviewMark(row, "cell-0", columns)).toEqual({
      severity: "error",
      reason: "Fictitious. No number.",
    });
    expect(reviewMark(row, "problems", columns)).toEqual({ severity: "warning", reason: "Count differs." });
    expect(reviewMark(row, "cell-1", columns)).toBeUndefined();
  });
});
