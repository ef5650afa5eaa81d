import { describe, expect, it } from "vitest";
import { NO_COUNTS, previewOf, sheetOf } from "@/test/imports";
import { EVERYTHING, outcomeFacets, show } from "./facets";

const preview = previewOf(
  [
    sheetOf("A", "sites", [], { counts: { ...NO_COUNTS, records: 2, inserted: 2 } }),
    sheetOf("B", "sites", []),
  ],
  { counts: { ...NO_COUNTS, records: 5, inserted: 4, rejected: 1 }, conflicts: 3 },
);
const counts = (filter = EVERYTHING) => outcomeFacets(preview, filter).map(({ id, count }) => [id, count]);

describe("facets", () => {
  it("count the outcomes of everything, or of the sheet on screen", () => {
    expect(counts().slice(0, 3)).toEqual([
      ["all", 5],
      ["inserted", 4],
      ["updated", 0],
    ]);
    expect(counts({ ...EVERYTHING, sheet: 0 })[0]).toEqual(["all", 2]);
  });
  it("offer problems and conflicts only where there are some", () => {
    const ids = outcomeFacets(preview, EVERYTHING).map(({ id }) => id);
    expect(ids).toContain("conflicts");
    expect(ids).not.toContain("problems");
  });
  it("exclude one another, and are taken off by a second click", () => {
    const rejected = show({ ...EVERYTHING, problem: "invalid_number", search: "x" }, { outcome: "rejected" });
    expect(rejected).toMatchObject({ outcome: "rejected", problem: null, search: "x" });
    const facet = outcomeFacets(preview, rejected).find(({ id }) => id === "rejected");
    expect(facet).toMatchObject({ isOn: true, facet: {} });
  });
});
