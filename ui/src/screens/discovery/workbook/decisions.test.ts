import { expect, it } from "vitest";
import type { BookChange } from "@/bindings/BookChange";
import type { BookFieldValues } from "@/bindings/BookFieldValues";
import { choicesOf, decide, placeOf, questionsOf, sideOf } from "./decisions";

function field(name: string, more: Partial<BookFieldValues> = {}): BookFieldValues {
  const values = { base: "a", ours: "a", theirs: "b" };
  return { field: name, heading: name, cell: "F7", isConflict: false, ...values, ...more };
}

function change(key: string, kind: BookChange["kind"], fields: BookFieldValues[]): BookChange {
  return { key, kind, section: "circuits", label: "Lumen, PRI", sheet: "Circuits", fields };
}

const BOTH = field("channels", { ours: "c", isConflict: true });
const CHANGED = change("circuits/1", "changed", [field("btn"), BOTH]);
const ADDED = change("circuits/+9", "added", [field("btn", { base: null, ours: null })]);
const REMOVED = change("circuits/2", "removed", []);

it("takes what only the workbook changed, and asks about the rest", () => {
  const sides = [CHANGED, ADDED, REMOVED].flatMap(questionsOf).map((question) => sideOf(question, {}));
  expect(sides).toEqual(["theirs", null, "theirs", null]);
});

it("stores one choice for each field of a changed row and one for every other row", () => {
  const questions = [CHANGED, ADDED, REMOVED].flatMap(questionsOf);
  const decisions = decide(questions, "ours", {});
  expect(choicesOf([CHANGED, ADDED, REMOVED], decisions)).toEqual([
    { key: "circuits/1", field: "btn", side: "ours" },
    { key: "circuits/1", field: "channels", side: "ours" },
    { key: "circuits/+9", field: null, side: "ours" },
    { key: "circuits/2", field: null, side: "ours" },
  ]);
  expect(choicesOf([REMOVED], {})).toEqual([]);
});

it("asks again once somebody has changed what was decided about", () => {
  const decisions = decide(questionsOf(CHANGED), "theirs", {});
  const since = change("circuits/1", "changed", [field("btn"), { ...BOTH, ours: "d" }]);
  expect(questionsOf(CHANGED).map((question) => sideOf(question, decisions))).toEqual(["theirs", "theirs"]);
  expect(questionsOf(since).map((question) => sideOf(question, decisions))).toEqual(["theirs", null]);
});

it("asks again about a removal once the row has changed", () => {
  const decisions = decide(questionsOf(REMOVED), "theirs", {});
  const since = { ...REMOVED, fields: [field("btn", { isConflict: true })] };
  expect(questionsOf(since).map((question) => sideOf(question, decisions))).toEqual([null]);
});

it("names a place as spreadsheet programs do", () => {
  expect(placeOf("Circuits", "F7")).toBe("Circuits!F7");
  expect(placeOf("Circuits", null)).toBe("Circuits");
  expect(placeOf(null, null)).toBe("");
});
