/** What is to become of each change of a workbook that was read back. Pure. */
import type { BookChange } from "@/bindings/BookChange";
import type { BookChoice } from "@/bindings/BookChoice";
import type { BookFieldValues } from "@/bindings/BookFieldValues";

/** What the site says now, or what the workbook says. */
export type Side = "ours" | "theirs";

/** One thing to decide: a field of a changed row, or a new or removed row as a whole. */
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

export function questionsOf(change: BookChange): Question[] {
  const { key, kind, fields } = change;
  if (kind !== "changed") {
    const seen = JSON.stringify([change.label, fields]);
    return [{ key, change, preset: kind === "added" ? "theirs" : null, seen }];
  }
  return fields.map((field) => ({
    key: `${key}/${field.field}`,
    change,
    field,
    preset: field.isConflict ? null : "theirs",
    seen: JSON.stringify([field.ours, field.theirs]),
  }));
}

export function sideOf(question: Question, decisions: Decisions): Side | null {
  const decision = decisions[question.key];
  return decision?.seen === question.seen ? decision.side : question.preset;
}

export function decide(questions: readonly Question[], side: Side, decisions: Decisions): Decisions {
  const decided = questions.map(({ key, seen }) => [key, { side, seen }] as const);
  return { ...decisions, ...Object.fromEntries(decided) };
}

/** What is stored: what was decided for each row, and for each field of a row that stays. */
export function choicesOf(changes: readonly BookChange[], decisions: Decisions): BookChoice[] {
  return changes.flatMap(questionsOf).flatMap((question) => {
    const side = sideOf(question, decisions);
    return side === null ? [] : [{ key: question.change.key, field: question.field?.field ?? null, side }];
  });
}

/** The place in the workbook as its program names it, such as `Circuits!F7`. */
export function placeOf(sheet: string | null, cell: string | null): string {
  return [sheet, cell].filter(Boolean).join("!");
}
