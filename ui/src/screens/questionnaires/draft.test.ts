import { expect, it } from "vitest";
import { blank, documentOf, draftOf, moved } from "./draft";

const QUESTION = {
  key: "hotel.bar",
  section: "needs",
  text: "Is there a bar?",
  kind: "choice",
  choices: ["Yes, with a telephone", "Yes", "No"],
  required: true,
  why: "It has a line of its own.",
} as const;
const DOCUMENT = { questions: [{ ...QUESTION, choices: [...QUESTION.choices] }] };

it("gives back the document that it was made of", () => {
  expect(documentOf("Hotel survey", draftOf(DOCUMENT))).toEqual(DOCUMENT);
});

it("names new questions by the questionnaire and their text, each differently", () => {
  const draft = draftOf(DOCUMENT);
  for (const text of ["Who makes wake-up calls, and how?", "Who makes wake-up calls today?", ""]) {
    draft.push({ ...blank(draft), text });
  }
  draft.push({ ...blank(draft), text: "Who makes wake up" });
  const keys = documentOf("Hôtel survey", draft).questions.map(({ key }) => key);
  expect(keys).toEqual([
    "hotel.bar",
    "hotel.who_makes_wake_up",
    "hotel.who_makes_wake_up_2",
    "hotel.question",
    "hotel.who_makes_wake_up_3",
  ]);
});

it("leaves out choices where the answer is no choice, and empty lines", () => {
  const [question] = draftOf(DOCUMENT);
  if (!question) throw new Error("There is a question.");
  const asText = documentOf("Hotel", [{ ...question, kind: "text" }]);
  expect(asText.questions[0]?.choices).toEqual([]);
  const lines = documentOf("Hotel", [{ ...question, choices: "A\n\n B \n" }]);
  expect(lines.questions[0]?.choices).toEqual(["A", "B"]);
});

it("moves a question and never out of the list", () => {
  const draft = [1, 2, 3].map((id) => ({ ...blank([]), id }));
  const ids = (from: number, to: number) => moved(draft, from, to).map(({ id }) => id);
  expect(ids(0, 2)).toEqual([2, 3, 1]);
  expect(ids(2, 1)).toEqual([1, 3, 2]);
  expect(ids(0, -1)).toEqual([1, 2, 3]);
  expect(ids(2, 3)).toEqual([1, 2, 3]);
});
