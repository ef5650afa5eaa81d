/** What is to become of each change of a workbook that was read back. Pure. */
import type { ApplyDiscoveryWorkbook } from "@/bindings/ApplyDiscoveryWorkbook";
import type { BookChange } from "@/bindings/BookChange";
import type { BookFieldValues } from "@/bindings/BookFieldValues";

/** What the site says now, or what the workbook says. */
export type Side = "ours" | "theirs";

/** One thing that may be decided: a row as a whole, or a field of it that both sides have changed. */
export interface Question {
  /** The same at every reading of the workbook. */
  key: string;
  change: BookChange;
  /** Absent where the row is decided as a whole. */
  field?: BookFieldValues;
  /** What follows when nothing is said; nothing, where somebody has to say. */
  preset: Side | null;
  /** What a person saw when deciding; once it differs, the decision no longer counts. */
  seen: string;
}

export type Decisions = Readonly<Record<string, { side: Side; seen: string }>>;

/** Whether the row is taken; a row that would go away is never taken without an answer. */
export function rowQuestion(change: BookChange): Question {
  const preset = change.kind === "removed" ? null : "theirs";
  return { key: change.key, change, preset, seen: JSON.stringify([change.label, change.fields]) };
}

export function fieldQuestion(change: BookChange, field: BookFieldValues): Question {
  const seen = JSON.stringify([field.ours, field.theirs]);
  return { key: `${change.key}/${field.field}`, change, field, preset: null, seen };
}

export function sideOf(question: Question, decisions: Decisions): Side | null {
  const decision = decisions[question.key];
  return decision?.seen === question.seen ? decision.side : question.preset;
}

/** What is asked about a change as it is decided so far: a row that is left out asks nothing of its fields. */
export function questionsOf(change: BookChange, decisions: Decisions): Question[] {
  const row = rowQuestion(change);
  if (change.kind !== "changed" || sideOf(row, decisions) === "ours") return [row];
  const conflicts = change.fields.filter((field) => field.isConflict);
  return [row, ...conflicts.map((field) => fieldQuestion(change, field))];
}

export function decide(questions: readonly Question[], side: Side, decisions: Decisions): Decisions {
  const decided = questions.map(({ key, seen }) => [key, { side, seen }] as const);
  return { ...decisions, ...Object.fromEntries(decided) };
}

/** Whether something of the change is stored, as it is decided so far. */
export function isStored(change: BookChange, decisions: Decisions): boolean {
  if (sideOf(rowQuestion(change), decisions) !== "theirs") return false;
  const isTaken = (field: BookFieldValues) =>
    !field.isConflict || sideOf(fieldQuestion(change, field), decisions) === "theirs";
  return change.kind !== "changed" || change.fields.some(isTaken);
}

export type Choices = Pick<ApplyDiscoveryWorkbook, "takeTheirs" | "keepOurs" | "leaveOut">;

export function choicesOf(changes: readonly BookChange[], decisions: Decisions): Choices {
  const questions = changes.flatMap((change) => questionsOf(change, decisions));
  const keys = (of: Question[], side: Side) =>
    of.filter((question) => sideOf(question, decisions) === side).map(({ key }) => key);
  const asked = questions.filter(({ preset }) => preset === null);
  const fields = questions.filter(({ field }) => field);
  const rows = questions.filter(({ field }) => !field);
  return { takeTheirs: keys(asked, "theirs"), keepOurs: keys(fields, "ours"), leaveOut: keys(rows, "ours") };
}

/** The place in the workbook as its program names it, such as `Circuits!F7`. */
export function placeOf(sheet: string | null, cell: string | null): string {
  return [sheet, cell].filter(Boolean).join("!");
}
