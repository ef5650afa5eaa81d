import { describe, expect, it } from "vitest";
import type { SiteScore } from "@/bindings/SiteScore";
import { sitesShown } from "./order";

function site(siteName: string, more: Partial<SiteScore> = {}): SiteScore {
  return {
    siteId: siteName,
    customerId: "c",
    customerName: "Example Clinic",
    siteName,
    city: "Dallas",
    state: "TX",
    score: { answered: 1, whole: 2, percent: 50 },
    missingRequired: 0,
    undecidedLines: 0,
    errors: 0,
    warnings: 0,
    ...more,
  };
}

const names = (sites: SiteScore[]) => sites.map(({ siteName }) => siteName);

describe("sitesShown", () => {
  it("finds every word somewhere", () => {
    const sites = [site("North"), site("South", { city: "Waco" }), site("East", { city: null, state: null })];
    expect(names(sitesShown(sites, "clinic dal", "name"))).toEqual(["North"]);
    expect(names(sitesShown(sites, "", "name"))).toEqual(["North", "South", "East"]);
    expect(names(sitesShown(sites, "null", "name"))).toEqual([]);
  });
  it("brings to the top what needs attention and leaves the list it was given as it is", () => {
    const sites = [
      site("Calm"),
      site("Warned", { warnings: 9, score: { answered: 0, whole: 2, percent: 0 } }),
      site("Broken", { errors: 1, missingRequired: 3 }),
    ];
    expect(names(sitesShown(sites, "", "findings"))).toEqual(["Broken", "Warned", "Calm"]);
    expect(names(sitesShown(sites, "", "missing"))).toEqual(["Broken", "Calm", "Warned"]);
    expect(names(sitesShown(sites, "", "known"))).toEqual(["Warned", "Calm", "Broken"]);
    expect(names(sites)).toEqual(["Calm", "Warned", "Broken"]);
  });
});
