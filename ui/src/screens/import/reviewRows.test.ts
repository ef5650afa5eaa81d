import { describe, expect, it } from "vitest";
import type { ImportPlanRow } from "@/bindings/ImportPlanRow";
import type { Issue } from "@/bindings/Issue";
import { columnOf, sheetOf } from "@/test/imports";
import { cellOf } from "./edits";
import { reviewColumns, reviewedColumns, reviewMark, toReviewRow, toSheetEdits } from "./reviewRows";

const numbers = sheetOf("Sheet1", "phone_numbers", [
  columnOf(0, { field: "e164" }),
  columnOf(1, {}),
  columnOf(2, { secret: true }),
]);
const people = sheetOf("Users", "end_users", [columnOf(0, { field: "upn" }), columnOf(3, { field: "e164" })]);
const issue = (more: Partial<Issue>): Issue => ({
  code: "invalid_number",
  field: "e164",
  value: "2.145E+09",
  ofRow: null,
  severity: "error",
  text: "No number.",
  ...more,
});
const row = toReviewRow({
  sheet: 0,
  sourceRow: 7,
  ordinal: 1,
  entity: "phone_numbers",
  outcome: "rejected",
  cells: [{ column: 0, header: "DID", text: "2.145E+09" }],
  edited: [],
  values: null,
  issues: [
    issue({ code: "fictitious_number", severity: "warning", text: "Fictitious." }),
    issue({}),
    issue({ code: "quantity_mismatch", field: null, severity: "warning", text: "Count differs." }),
  ],
  changes: [{ field: "numberType", old_value: "user", new_value: "call_queue" }],
  conflicts: [],
  key: "phone_numbers/+12145550100",
} satisfies ImportPlanRow);

const shown = (sheets = [numbers], only: number | null = null, typed = new Map<string, string>()) => {
  const columns = reviewedColumns(sheets, only);
  return reviewColumns({ sheets, columns, sheetNames: sheets.map(({ sheet }) => sheet), typed });
};
const text = (id: string, of = shown()) => of.find((column) => column.id === id)?.text(row);

describe("the review", () => {
  it("knows a record by its sheet, its row and its place in it", () => {
    expect(row.id).toBe("0.7.1");
  });
  it("never shows a secret column and hides the ignored ones", () => {
    expect(shown().find(({ id }) => id === "cell-2")).toBeUndefined();
    expect(shown().find(({ id }) => id === "cell-1")?.hidden).toBe(true);
  });
  it("shows original cells, and changes in people's words", () => {
    expect(text("cell-0")).toBe("2.145E+09");
    expect(text("changes")).toBe("Number type: User → Call queue");
  });
  it("shows what was typed before the plan has been made anew", () => {
    const cell = cellOf({ file: numbers.file, sheet: "Sheet1", row: 7, column: 0 });
    expect(text("cell-0", shown([numbers], null, new Map([[cell, "2145550100"]])))).toBe("2145550100");
  });
  it("puts the same field of several sheets into one column", () => {
    const columns = reviewedColumns([numbers, people], null);
    expect(columns.map(({ header }) => header)).toEqual(["Phone number", "UPN"]);
    expect([...(columns[0]?.indexes ?? [])]).toEqual([
      [0, 0],
      [1, 3],
    ]);
    expect(reviewedColumns([numbers, people], 1).map(({ id }) => id)).toEqual(["cell-0", "cell-3"]);
  });
  it("marks the cell with the worst of its problems and keeps all reasons", () => {
    const columns = reviewedColumns([numbers], null);
    const mark = (id: string) => reviewMark(row, id, columns, [numbers]);
    expect(mark("cell-0")).toEqual({ severity: "error", reason: "Fictitious. No number." });
    expect(mark("problems")).toEqual({ severity: "warning", reason: "Count differs." });
    expect(mark("cell-1")).toBeUndefined();
  });
  it("marks the one of two columns in which the value stands", () => {
    const twice = sheetOf("S", "phone_numbers", [
      columnOf(0, { field: "e164" }),
      columnOf(5, { field: "e164" }),
    ]);
    const second = { ...row, cells: [...row.cells, { column: 5, header: "H5", text: "911" }] };
    const told = { ...second, issues: [issue({ value: "911" })] };
    expect(reviewMark(told, "cell-5", reviewedColumns([twice], null), [twice])).toBeDefined();
    expect(reviewMark(told, "cell-0", reviewedColumns([twice], null), [twice])).toBeUndefined();
  });
  it("turns what is typed into edits of the file's cells, where the sheet has such a cell", () => {
    const columns = reviewedColumns([numbers, people], null);
    const typed = (rowId: string) => ({ rowId, revision: 0, column: "field-upn-1", value: "a@example.com" });
    expect(toSheetEdits([typed("1.9.0"), typed("0.7.1")], columns, [numbers, people])).toEqual([
      { file: people.file, sheet: "Users", row: 9, column: 0, text: "a@example.com" },
      null,
    ]);
  });
});
