import { describe, expect, it } from "vitest";
import { capIndexes, MAX_RENDERED_ROWS, PAGE_ROWS, pagesOf } from "./pages";

describe("pagesOf", () => {
  it("names every page a window touches", () => {
    expect(pagesOf(0, PAGE_ROWS - 1)).toEqual([0]);
    expect(pagesOf(PAGE_ROWS - 1, PAGE_ROWS)).toEqual([0, 1]);
    expect(pagesOf(5, 4)).toEqual([]);
  });
});

describe("capIndexes", () => {
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
  it("leaves an ordinary window alone", () => {
    expect(capIndexes(upTo(60))).toEqual(upTo(60));
  });
  it("never draws more than the cap, however tall the window claims to be", () => {
    const capped = capIndexes(upTo(5000));
    expect(capped).toHaveLength(MAX_RENDERED_ROWS);
    expect(capped[0]).toBe(2440);
  });
});
