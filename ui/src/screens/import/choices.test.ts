import { describe, expect, it } from "vitest";
import type { ColumnMap } from "@/bindings/ColumnMap";
import type { ImportField } from "@/bindings/ImportField";
import { choose, firstChoices } from "./choices";

const column = (index: number, field: ImportField | null): ColumnMap => ({
  index,
  field,
  header: `H${index}`,
  confidence: 90,
  why: "",
  samples: [],
  secret: false,
});
const columns = [column(0, "e164"), column(1, null), column(2, "carrier")];
const values = [
  { field: "carrier" as const, values: [{ text: "VZ", count: 3, field: "carrier" as const, code: null }] },
];
const begun = { ...firstChoices("file-1", "m"), sheet: "DIDs", headerRow: 4, columns, valueMap: values };

describe("choose", () => {
  it("forgets everything about the table when another sheet is chosen", () => {
    const next = choose(begun, { kind: "sheet", sheet: "Users" });
    expect(next).toMatchObject({
      sheet: "Users",
      headerRow: null,
      columns: null,
      valueMap: null,
      fileId: "file-1",
    });
  });
  it("asks for new suggestions when the header row changes", () => {
    expect(choose(begun, { kind: "header", headerRow: 5 })).toMatchObject({ headerRow: 5, columns: null });
  });
  it("takes a field away from the column that had it", () => {
    const next = choose(begun, { kind: "column", columns, index: 1, field: "e164" });
    expect(next.columns?.map(({ field }) => field)).toEqual([null, "e164", "carrier"]);
    expect(next.valueMap).toBeNull();
  });
  it("lets several columns be ignored", () => {
    const next = choose(begun, { kind: "column", columns, index: 0, field: null });
    expect(next.columns?.map(({ field }) => field)).toEqual([null, null, "carrier"]);
  });
  it("changes the meaning of one value only", () => {
    const next = choose(begun, { kind: "value", values, field: "carrier", text: "VZ", code: "verizon" });
    expect(next.valueMap?.[0]?.values[0]?.code).toBe("verizon");
    expect(next.columns).toBe(columns);
  });
});
