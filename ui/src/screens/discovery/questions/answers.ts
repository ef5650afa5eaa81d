/** What is stored of the answer to a question, and what a change of one of its fields means for the others. Pure. */
import type { AskedQuestion } from "@/bindings/AskedQuestion";
import type { DiscoverySection } from "@/bindings/DiscoverySection";
import type { DiscoveryState } from "@/bindings/DiscoveryState";
import type { Question } from "@/bindings/Question";
import type { QuestionnaireAnswer } from "@/bindings/QuestionnaireAnswer";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { words } from "@/words";
import type { Editor } from "../fields/cells";
import type { Stored } from "../fields/record";

export interface AnswerValues {
  state: DiscoveryState;
  answer: string | null;
  saidBy: string | null;
  notes: string | null;
}

export interface AskedWith {
  question: Question;
  asked: AskedQuestion;
}

const NOTHING: AnswerValues = { state: "open", answer: null, saidBy: null, notes: null };

/** The questions of a section with where each comes from. */
export function questionsOf({ questions, asked }: SiteDiscovery, section: DiscoverySection): AskedWith[] {
  return questions.questions.flatMap((question) => {
    const origin = asked.find(({ key }) => key === question.key);
    return origin && question.section === section ? [{ question, asked: origin }] : [];
  });
}

/** The answer that counts, whatever version it answered: the latest. */
export function latestAnswer({ answers }: SiteDiscovery, key: string): QuestionnaireAnswer | null {
  const toIt = answers.filter((answer) => answer.question === key);
  return toIt.reduce<QuestionnaireAnswer | null>(
    (latest, answer) => (latest && latest.updatedAt > answer.updatedAt ? latest : answer),
    null,
  );
}

/** What is stored; an answer that does not answer the question of today is none. */
export function storedOf(discovery: SiteDiscovery, key: string): Stored<AnswerValues> {
  const asked = discovery.asked.find((it) => it.key === key);
  const revision = asked?.revision ?? null;
  const latest = latestAnswer(discovery, key);
  if (!latest) return { values: NOTHING, revision };
  const { state, answer, saidBy, notes } = latest;
  const isNone = asked?.older?.stillAnswers === false;
  return { values: isNone ? { ...NOTHING, saidBy, notes } : { state, answer, saidBy, notes }, revision };
}

/** Whoever enters an answer has answered, whoever takes it away has not, and only an answered question has an answer. */
export function fitting(before: AnswerValues, wanted: AnswerValues): AnswerValues {
  if (wanted.answer !== before.answer) {
    if (wanted.answer !== null) return { ...wanted, state: "answered" };
    return { ...wanted, state: wanted.state === "answered" ? "open" : wanted.state };
  }
  return wanted.state === "answered" ? wanted : { ...wanted, answer: null };
}

/** The discovery after an answer was stored. */
export function withAnswer(discovery: SiteDiscovery, stored: QuestionnaireAnswer): SiteDiscovery {
  const others = discovery.answers.filter(({ id }) => id !== stored.id);
  const asked = discovery.asked.map((it) =>
    it.key === stored.question ? { ...it, revision: stored.revision, older: null } : it,
  );
  return { ...discovery, asked, answers: [...others, stored] };
}

export function editorOf({ kind, choices }: Question): Editor {
  switch (kind) {
    case "yes_no":
      return {
        kind: "choice",
        choices: [
          { value: "yes", label: words.common.yes },
          { value: "no", label: words.common.no },
        ],
      };
    case "choice":
      return { kind: "choice", choices: choices.map((value) => ({ value, label: value })) };
    case "date":
      return { kind: "date" };
    case "number":
      return { kind: "text" };
    case "text":
      return { kind: "long" };
  }
}
