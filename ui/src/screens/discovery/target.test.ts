import { describe, expect, it } from "vitest";
import type { DiscoveryFinding } from "@/bindings/DiscoveryFinding";
import type { DiscoveryMissing } from "@/bindings/DiscoveryMissing";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { findingsOfSection, sectionsOf } from "./findings";
import { parseTarget, targetOf } from "./target";

const discovery = {
  site: { id: "site", street: "100 Main Street", city: " ", postalCode: null },
  questions: { questions: [{ key: "needs.recording" }] },
  emergencyLocations: [{ id: "place", houseNumber: "100", streetName: null, city: null, postalCode: null }],
  networkSegments: [{ id: "net" }],
  legacySystems: [],
  circuits: [{ id: "pri" }],
  specialLines: [],
  devices: [],
  licenses: [],
  contacts: [],
  findings: [] as DiscoveryFinding[],
} as unknown as SiteDiscovery;

function missing(section: DiscoveryMissing["section"], key: string, row: string | null = null) {
  return targetOf({ section, key, row, text: "", why: "", required: true, state: "open" }, discovery);
}

describe("targetOf", () => {
  it("leads to the field of the row", () => {
    const target = { section: "circuits", row: "pri" };
    expect(missing("circuits", "circuits.contract_end", "pri")).toEqual({ ...target, field: "contractEnd" });
    expect(missing("circuits", "circuits.monthly_cost", "pri")).toEqual({
      ...target,
      field: "monthlyCostCents",
    });
  });
  it("leads to the first empty part of an address", () => {
    expect(missing("site_facts", "site.address")).toMatchObject({ section: "site_facts", field: "city" });
    expect(missing("emergency", "emergency.address", "place")).toMatchObject({
      row: "place",
      field: "streetName",
    });
  });
  it("leads to the new row where there is none, and to the state where nobody has spoken", () => {
    expect(missing("devices", "devices.any")).toEqual({ section: "devices", row: "new" });
    expect(missing("devices", "devices.complete")).toEqual({ section: "devices", field: "state" });
  });
  it("leads to a question by its key", () => {
    expect(missing("needs", "needs.recording")).toEqual({ section: "needs", field: "needs.recording" });
  });
});

it("leaves out of an address what does not fit", () => {
  expect(parseTarget({ section: "circuits", row: 7, field: "", more: "x" })).toEqual({ section: "circuits" });
});

describe("findings", () => {
  const of = (...rows: string[]): DiscoveryFinding => ({
    rows,
    fields: [],
    code: "x",
    severity: "error",
    text: "",
    remedy: "",
  });
  it("stand in every section that has one of their rows", () => {
    expect(sectionsOf(of("net", "place"), discovery)).toEqual(["emergency", "network"]);
    expect(sectionsOf(of("site", "place"), discovery)).toEqual(["site_facts", "emergency"]);
    expect(findingsOfSection({ ...discovery, findings: [of("pri")] }, "network")).toEqual([]);
  });
  it("are never lost: one about rows of nobody stands with the site facts", () => {
    expect(sectionsOf(of("account"), discovery)).toEqual(["site_facts"]);
    expect(sectionsOf(of(), discovery)).toEqual(["site_facts"]);
  });
});
