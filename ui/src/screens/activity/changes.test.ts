import { describe, expect, it } from "vitest";
import { humanise, readChanges } from "./changes";

describe("readChanges", () => {
  it("shows values of every type as text", () => {
    const changes = [
      { field: "porting_status", old_value: "not_started", new_value: "loa_submitted" },
      { field: "isDemo", old_value: null, new_value: true },
      { field: "csr_address", old_value: null, new_value: { city: "Houston", state: "TX", street: null } },
      { field: "sha256", old_value: null, new_value: "0cdde4e16f68".padEnd(64, "a") },
    ];
    expect(readChanges(changes)).toEqual([
      { field: "porting status", before: "not started", after: "LOA submitted" },
      { field: "is demo", before: "", after: "true" },
      { field: "CSR address", before: "", after: "Houston, TX" },
      { field: "sha256", before: "", after: "0cdde4e16f68…" },
    ]);
  });
  it("survives entries of an unknown form", () => {
    expect(readChanges("secret")).toEqual([]);
    expect(readChanges([null, 3, { value: 1 }])).toEqual([]);
  });
});

describe("humanise", () => {
  it.each([
    ["phone_number", "phone number"],
    ["usageLocation", "usage location"],
    ["loaContentHash", "LOA content hash"],
  ])("%s", (code, expected) => expect(humanise(code)).toBe(expected));
});
