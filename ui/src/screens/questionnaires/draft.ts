/** A questionnaire as it is being edited. Pure. */
import type { Question } from "@/bindings/Question";
import type { QuestionnaireDocument } from "@/bindings/QuestionnaireDocument";

export interface DraftQuestion extends Omit<Question, "choices"> {
  /** Stays with the question while it is moved and its key is typed. */
  id: number;
  /** One a line. */
  choices: string;
  /** Whether a saved version or the survey has given the key. */
  hasKey: boolean;
}

export function draftOf(document: QuestionnaireDocument, firstId = 1): DraftQuestion[] {
  return document.questions.map((question, index) => ({
    ...question,
    id: firstId + index,
    choices: question.choices.join("\n"),
    hasKey: true,
  }));
}

export function nextId(draft: readonly DraftQuestion[]): number {
  return Math.max(0, ...draft.map(({ id }) => id)) + 1;
}

/** A question without a text, in the section of the one before it. */
export function blank(draft: readonly DraftQuestion[]): DraftQuestion {
  return {
    id: nextId(draft),
    key: "",
    section: draft.at(-1)?.section ?? "needs",
    text: "",
    kind: "text",
    choices: "",
    required: false,
    why: "",
    hasKey: false,
  };
}

/** The document; questions without a key get one from the name of the questionnaire and their text. */
export function documentOf(name: string, draft: readonly DraftQuestion[]): QuestionnaireDocument {
  const taken = new Set(draft.map(({ key }) => key).filter(Boolean));
  const questions = draft.map(({ id: _, hasKey: __, choices, ...question }) => {
    const key = question.key.trim() || freeKey(name, question.text, taken);
    taken.add(key);
    return { ...question, key, choices: question.kind === "choice" ? linesOf(choices) : [] };
  });
  return { questions };
}

function freeKey(name: string, text: string, taken: ReadonlySet<string>): string {
  const [first, second] = [slug(name, 1) || "own", slug(text, 4) || "question"];
  const key = `${first}.${second}`.slice(0, 70);
  let free = key;
  for (let number = 2; taken.has(free); number += 1) free = `${key}_${number}`;
  return free;
}

/** The first words in letters that a key may have. */
function slug(text: string, words: number): string {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ");
  return plain.trim().split(" ").slice(0, words).join("_");
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

export function moved(draft: readonly DraftQuestion[], from: number, to: number): DraftQuestion[] {
  const question = draft[from];
  if (!question || to < 0 || to >= draft.length) return [...draft];
  return draft.toSpliced(from, 1).toSpliced(to, 0, question);
}
