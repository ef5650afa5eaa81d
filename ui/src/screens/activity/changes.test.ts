import { describe, expect, it } from "vitest";
import { humanise, readChanges } from "./changes";

describe("readChanges", () => {
  it("shows values of every type as text", () => {
    const changes = [
      { field: "portingStatus", old_value: "not_started", new_value: "loa_submitted" },
      { field: "rejectCode", old_value: null, new_value: "PASSCODE_PIN_INVALID" },
      { field: "isDemo", old_value: null, new_value: true },
      { field: "csrAddress", old_value: null, new_value: { city: "Houston", state: "TX", street: null } },
      { field: "sha256", old_value: null, new_value: "0cdde4e16f68".padEnd(64, "a") },
    ];
    expect(readChanges({ entityType: "phone_number", changes })).toEqual([
      { field: "porting status", before: "Not started", after: "LOA submitted" },
      { field: "reject code", before: "", after: "passcode PIN invalid" },
      { field: "is demo", before: "", after: "Yes" },
      { field: "CSR address", before: "", after: "Houston, TX" },
      { field: "sha256", before: "", after: "0cdde4e16f68…" },
    ]);
  });
  it("survives entries of an unknown form", () => {
    const read = (changes: unknown) => readChanges({ entityType: "customer", changes });
    expect(read("secret")).toEqual([]);
    expect(read([null, 3, { value: 1 }])).toEqual([]);
  });
  it("says a code in the words of its record", () => {
    const status = (entityType: string, new_value: string) =>
      readChanges({ entityType, changes: [{ field: "status", old_value: "draft", new_value }] })[0];
    expect(status("port_order", "foc_received")).toEqual({
      field: "status",
      before: "Draft",
      after: "FOC received",
    });
    expect(status("migration", "planning")?.after).toBe("Planning");
  });
});

describe("humanise", () => {
  it.each([
    ["phone_number", "phone number"],
    ["usageLocation", "usage location"],
    ["loaContentHash", "LOA content hash"],
  ])("%s", (code, expected) => expect(humanise(code)).toBe(expected));
});
