import { describe, expect, it } from "vitest";
import { choicesOf, labels, words } from "./words";

function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return [String(value("1", "2", "3"))];
  return Object.values(value as object).flatMap(texts);
}

describe("the catalogue", () => {
  it("has no empty and no unfinished word", () => {
    for (const text of [...texts(words), ...texts(labels)]) {
      expect(text.trim()).not.toBe("");
      expect(text).not.toMatch(/undefined|\[object|TODO/);
    }
  });
  it("tells no two statuses apart by colour alone", () => {
    for (const list of [labels.portingStatus, labels.portOrderStatus, labels.migrationStatus]) {
      expect(new Set(Object.values(list)).size).toBe(Object.keys(list).length);
    }
  });
  it("offers codes in the order of their words", () => {
    expect(choicesOf(labels.teamRole)).toEqual([
      { value: "admin", label: "Admin" },
      { value: "member", label: "Member" },
      { value: "viewer", label: "Viewer" },
    ]);
  });
});
