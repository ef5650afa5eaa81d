import { describe, expect, it } from "vitest";
import { columnOf, sheetOf } from "@/test/imports";
import { readAs } from "./dates";
import {
  columnLetters,
  duplicateHeaders,
  findColumns,
  isTwoRowHeader,
  mapColumn,
  meaningOf,
  valuesAfter,
} from "./mapping";

const columns = [
  columnOf(0, { field: "upn", header: "Login", samples: ["ana@example.com"] }),
  columnOf(1, { header: "Site" }),
  columnOf(2, { field: "carrier", header: "Carrier" }),
  columnOf(3, { header: "PIN", secret: true }),
];
const fields = (mapped: typeof columns) => mapped.map(({ field }) => field);

describe("mapping a column", () => {
  it("takes the field from the column that had it", () => {
    expect(fields(mapColumn(columns, 1, { field: "upn" }))).toEqual([null, "upn", "carrier", null]);
  });
  it("shares a field of which there may be several", () => {
    const numbers = [columnOf(0, { field: "e164" }), columnOf(1, {})];
    expect(fields(mapColumn(numbers, 1, { field: "e164" }))).toEqual(["e164", "e164"]);
  });
  it("keeps a column as notes or leaves it out", () => {
    const kept = mapColumn(columns, 0, "kept");
    expect(kept[0]).toMatchObject({ field: null, keepInNotes: true });
    expect(kept.slice(0, 2).map(meaningOf)).toEqual(["kept", "none"]);
    expect(meaningOf(mapColumn(kept, 0, "none")[0] ?? columnOf(9, {}))).toBe("none");
  });
  it("keeps the meanings of values unless a column with values comes or goes", () => {
    const { settings } = sheetOf("S", "end_users", columns);
    expect(valuesAfter(settings, mapColumn(columns, 1, { field: "site" }))).toBe(settings.valueMap);
    expect(valuesAfter(settings, mapColumn(columns, 2, "none"))).toBeNull();
  });
});

describe("finding columns", () => {
  it("looks at headers, samples and letters", () => {
    const found = (text: string) => findColumns(columns, text, "all").map(({ index }) => index);
    expect(found("carr")).toEqual([2]);
    expect(found("ANA@")).toEqual([0]);
    expect(found("b")).toEqual([1]);
  });
  it("never counts a secret column as unmapped", () => {
    expect(findColumns(columns, "", "unmapped").map(({ index }) => index)).toEqual([1]);
    expect(findColumns(columns, "", "mapped").map(({ index }) => index)).toEqual([0, 2]);
  });
  it("names columns as Excel does", () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
  });
  it("tells which columns have the same header", () => {
    const twice = [columnOf(0, { header: "Phone" }), columnOf(1, {}), columnOf(4, { header: "phone " })];
    expect([...duplicateHeaders(twice)]).toEqual([
      [0, ["E"]],
      [4, ["A"]],
    ]);
  });
  it("sees a header of two rows", () => {
    const rows = [
      ["Address", "", "Numbers"],
      ["Street", "City", "Main"],
    ];
    const joined = [columnOf(0, { header: "Address Street" }), columnOf(1, { header: "Address City" })];
    expect(isTwoRowHeader(rows, 2, joined)).toBe(true);
    expect(isTwoRowHeader(rows, 2, [columnOf(0, { header: "Street" })])).toBe(false);
  });
});

it("reads an ambiguous date both ways", () => {
  expect(readAs("03/04/2026", "month_first")).toBe("Mar 4, 2026");
  expect(readAs("03/04/2026", "day_first")).toBe("Apr 3, 2026");
  expect(readAs("3.4.26", "day_first")).toBe("Apr 3, 2026");
  expect(readAs("soon", "day_first")).toBe("");
});
