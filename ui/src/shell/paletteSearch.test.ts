import { describe, expect, it } from "vitest";
import { type PaletteEntry, searchEntries } from "./paletteSearch";

const entry = (label: string, detail?: string): PaletteEntry => ({
  id: label,
  group: "",
  label,
  detail,
  run: () => {},
});
const entries = [
  entry("Port orders"),
  entry("Settings"),
  entry("Houston", "Acme/Houston/Phase 1"),
  entry("Reports"),
];
const found = (typed: string) => searchEntries(entries, typed).map(({ label }) => label);

describe("searchEntries", () => {
  it("keeps everything in order while nothing is typed", () => {
    expect(found("  ")).toEqual(["Port orders", "Settings", "Houston", "Reports"]);
  });
  it("prefers the beginning of a word to its inside", () => {
    expect(found("port")).toEqual(["Port orders", "Reports"]);
  });
  it("finds by further words and needs all that was typed", () => {
    expect(found("acme phase")).toEqual(["Houston"]);
    expect(found("acme settings")).toEqual([]);
  });
});
