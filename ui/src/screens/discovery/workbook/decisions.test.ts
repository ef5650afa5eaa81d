import { expect, it } from "vitest";
import type { BookChange } from "@/bindings/BookChange";
import type { BookFieldValues } from "@/bindings/BookFieldValues";
import {
  choicesOf,
  decide,
  fieldQuestion,
  isStored,
  placeOf,
  questionsOf,
  rowQuestion,
  sideOf,
} from "./decisions";

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

const ALL = [CHANGED, ADDED, REMOVED];

it("takes what only the workbook changed, and asks about the rest", () => {
  const questions = ALL.flatMap((change) => questionsOf(change, {}));
  expect(questions.map((question) => [question.key, sideOf(question, {})])).toEqual([
    ["circuits/1", "theirs"],
    ["circuits/1/channels", null],
    ["circuits/+9", "theirs"],
    ["circuits/2", null],
  ]);
  expect(choicesOf(ALL, {})).toEqual({ takeTheirs: [], keepOurs: [], leaveOut: [] });
});

it("says of each conflict which side was chosen, and which rows are left out", () => {
  const conflict = fieldQuestion(CHANGED, BOTH);
  const removal = rowQuestion(REMOVED);
  expect(choicesOf(ALL, decide([conflict, removal], "theirs", {}))).toEqual({
    takeTheirs: ["circuits/1/channels", "circuits/2"],
    keepOurs: [],
    leaveOut: [],
  });
  expect(choicesOf(ALL, decide([conflict, removal, rowQuestion(ADDED)], "ours", {}))).toEqual({
    takeTheirs: [],
    keepOurs: ["circuits/1/channels"],
    leaveOut: ["circuits/+9", "circuits/2"],
  });
});

it("asks nothing about the fields of a row that is left out", () => {
  const decisions = decide([rowQuestion(CHANGED)], "ours", {});
  expect(questionsOf(CHANGED, decisions)).toHaveLength(1);
  expect(isStored(CHANGED, decisions)).toBe(false);
});

it("counts a changed row only when something of it is taken", () => {
  const only = change("circuits/3", "changed", [BOTH]);
  const keep = (of: BookChange) => decide([fieldQuestion(of, BOTH)], "ours", {});
  expect(isStored(only, keep(only))).toBe(false);
  expect(isStored(CHANGED, keep(CHANGED))).toBe(true);
  expect([ADDED, REMOVED].map((row) => isStored(row, {}))).toEqual([true, false]);
});

it("asks again once somebody has changed what was decided about", () => {
  const decisions = decide([fieldQuestion(CHANGED, BOTH), rowQuestion(REMOVED)], "theirs", {});
  expect(sideOf(fieldQuestion(CHANGED, BOTH), decisions)).toBe("theirs");
  expect(sideOf(fieldQuestion(CHANGED, { ...BOTH, ours: "d" }), decisions)).toBeNull();
  expect(sideOf(rowQuestion({ ...REMOVED, fields: [BOTH] }), decisions)).toBeNull();
});

it("names a place as spreadsheet programs do", () => {
  expect(placeOf("Circuits", "F7")).toBe("Circuits!F7");
  expect(placeOf("Circuits", null)).toBe("Circuits");
  expect(placeOf(null, null)).toBe("");
});
