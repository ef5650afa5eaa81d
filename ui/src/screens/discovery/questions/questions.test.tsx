import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { QuestionnaireAnswer } from "@/bindings/QuestionnaireAnswer";
import type { SetQuestionnaireAnswer } from "@/bindings/SetQuestionnaireAnswer";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { newQueryClient } from "@/queries/client";
import { readQuery, useRead } from "@/queries/commands";
import { fakeHost, refusal } from "@/test/fakeHost";
import { labels, words } from "@/words";
import { fitting } from "./answers";
import { Questions } from "./Questions";

const say = words.discovery.questions;

function question(key: string, kind: string, text: string, choices: string[] = []) {
  return { key, section: "needs", text, kind, choices, required: false, why: "" };
}

const QUESTIONS = [
  question("a.text", "text", "Who answers?"),
  question("a.yes", "yes_no", "Is there a bar?"),
  question("a.choice", "choice", "Which system?", ["Opera", "Protel"]),
  question("a.date", "date", "Since when?"),
];

function learnt(part: Partial<SiteDiscovery> = {}): SiteDiscovery {
  const asked = QUESTIONS.map(({ key }) => ({
    key,
    questionnaire: "Site survey",
    version: 1,
    revision: null,
    older: null,
  }));
  return {
    site: { id: "s1" },
    questions: { questions: QUESTIONS },
    asked,
    answers: [],
    ...part,
  } as unknown as SiteDiscovery;
}

function stored(answer: Partial<QuestionnaireAnswer>): QuestionnaireAnswer {
  const none = { answer: null, saidBy: null, notes: null, updatedAt: "2026-11-30T15:00:00.000Z" };
  return {
    id: `${answer.question}`,
    questionnaireId: "q1",
    state: "open",
    revision: 1,
    ...none,
    ...answer,
  } as QuestionnaireAnswer;
}

function Page() {
  const { data } = useRead("site_discovery", { id: "s1" });
  return data && <Questions section="needs" discovery={data} />;
}

function show(discovery: SiteDiscovery, set?: (request: SetQuestionnaireAnswer) => unknown) {
  const session = { member: { role: "member", isActive: true } };
  const host = fakeHost({
    session_info: session,
    site_discovery: discovery,
    questionnaire_answer_set:
      set ??
      ((request: SetQuestionnaireAnswer) => stored({ ...request, revision: (request.revision ?? 0) + 1 })),
  });
  const client = newQueryClient();
  client.setQueryData(readQuery("site_discovery", { id: "s1" }).queryKey, discovery);
  client.setQueryData(readQuery("session_info", {}).queryKey, session as never);
  render(
    <QueryClientProvider client={client}>
      <Page />
    </QueryClientProvider>,
  );
  const sent = () =>
    host.calls
      .filter(({ name }) => name === "questionnaire_answer_set")
      .map(({ request }) => request as SetQuestionnaireAnswer);
  return { sent, user: userEvent.setup() };
}

it("saves an answer when its field is left, and what is said of it upon the revision of the answer", async () => {
  const { sent, user } = show(learnt());
  await user.type(await screen.findByLabelText("Who answers?"), "The front desk");
  expect(sent()).toEqual([]);
  await user.tab();
  await waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]).toMatchObject({
    question: "a.text",
    revision: null,
    state: "answered",
    answer: "The front desk",
  });
  await waitFor(() => expect(screen.getByLabelText(say.stateOf("Who answers?"))).toHaveValue("answered"));
  await user.type(screen.getByLabelText(say.saidByOf("Who answers?")), "Pat");
  await user.tab();
  await waitFor(() => expect(sent()).toHaveLength(2));
  expect(sent()[1]).toMatchObject({
    revision: 1,
    saidBy: "Pat",
    answer: "The front desk",
    state: "answered",
  });
});

it("offers yes and no, choices and a date by their kinds", async () => {
  const { sent, user } = show(learnt());
  await user.selectOptions(await screen.findByLabelText("Is there a bar?"), words.common.yes);
  await user.tab();
  await user.selectOptions(screen.getByLabelText("Which system?"), "Protel");
  await user.tab();
  await user.type(screen.getByLabelText("Since when?"), "2026-11-30");
  await user.tab();
  await waitFor(() => expect(sent().map(({ answer }) => answer)).toEqual(["yes", "Protel", "2026-11-30"]));
});

it("takes the answer away where nobody could say", async () => {
  const answers = [stored({ question: "a.text", state: "answered", answer: "The front desk", revision: 3 })];
  const asked = learnt().asked.map((it) => (it.key === "a.text" ? { ...it, revision: 3 } : it));
  const { sent, user } = show(learnt({ answers, asked }));
  await user.selectOptions(
    await screen.findByLabelText(say.stateOf("Who answers?")),
    labels.discoveryState.unknown,
  );
  await user.tab();
  await waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]).toMatchObject({ revision: 3, state: "unknown", answer: null });
  await waitFor(() => expect(screen.getByLabelText("Who answers?")).toHaveValue(""));
});

it("shows a refusal at its question and keeps what was typed", async () => {
  const { user } = show(learnt(), () => {
    throw refusal("'x' is not an answer.", { code: "invalid_input", field: "answer" });
  });
  await user.type(await screen.findByLabelText("Who answers?"), "x");
  await user.tab();
  expect(await screen.findByRole("alert")).toHaveTextContent("'x' is not an answer.");
  expect(screen.getByLabelText("Who answers?")).toHaveValue("x");
});

it("shows what an older answer answered, and keeps it on demand", async () => {
  const answers = [
    stored({ question: "a.yes", state: "answered", answer: "yes", saidBy: "Pat", revision: 5 }),
  ];
  const older = {
    questionnaire: "Hotel survey",
    version: 1,
    question: question("a.yes", "yes_no", "Is there a pub?"),
    fields: ["text"],
    stillAnswers: true,
  };
  const asked = learnt().asked.map((it) => (it.key === "a.yes" ? { ...it, version: 2, older } : it));
  const { sent, user } = show(learnt({ answers, asked } as Partial<SiteDiscovery>));
  expect(await screen.findByText(/Is there a pub\?/)).toBeInTheDocument();
  expect(screen.getByLabelText("Is there a bar?")).toHaveValue("yes");
  await user.click(screen.getByRole("button", { name: say.stillHolds }));
  await waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]).toMatchObject({ revision: null, state: "answered", answer: "yes", saidBy: "Pat" });
  await waitFor(() => expect(screen.queryByText(/Is there a pub\?/)).not.toBeInTheDocument());
});

it("only an answered question has an answer", () => {
  const open = { state: "open", answer: null, saidBy: null, notes: null } as const;
  const answered = { ...open, state: "answered", answer: "yes" } as const;
  expect(fitting(open, { ...open, answer: "yes" })).toEqual(answered);
  expect(fitting(answered, { ...answered, answer: null })).toEqual(open);
  expect(fitting(answered, { ...answered, state: "not_applicable" })).toEqual({
    ...open,
    state: "not_applicable",
  });
  expect(fitting(answered, { ...answered, notes: "Seen" })).toEqual({ ...answered, notes: "Seen" });
});
