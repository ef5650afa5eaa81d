import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { BookChange } from "@/bindings/BookChange";
import type { DiscoveryWorkbookReview } from "@/bindings/DiscoveryWorkbookReview";
import { newQueryClient } from "@/queries/client";
import { followChanges } from "@/queries/commands";
import { fakeHost, refusal } from "@/test/fakeHost";
import { words } from "@/words";
import { WorkbookReview } from "./WorkbookReview";

const book = words.discovery.workbook;

const CIRCUIT: BookChange = {
  key: "circuits/1",
  section: "circuits",
  label: "Lumen, PRI",
  sheet: "Circuits",
  kind: "changed",
  fields: [
    {
      field: "btn",
      heading: "BTN",
      cell: "E7",
      base: null,
      ours: null,
      theirs: "214-555-0100",
      isConflict: false,
    },
    {
      field: "monthlyCostCents",
      heading: "Monthly cost",
      cell: "G7",
      base: "$400.00",
      ours: "$410.00",
      theirs: "$412.50",
      isConflict: true,
    },
  ],
};
const LICENSE: BookChange = {
  key: "licenses/+12",
  section: "licenses",
  label: "Teams Phone Standard, 40",
  sheet: "Licenses",
  kind: "added",
  fields: [
    {
      field: "quantity",
      heading: "Quantity",
      cell: "B12",
      base: null,
      ours: null,
      theirs: "40",
      isConflict: false,
    },
  ],
};
const DEVICE: BookChange = {
  key: "devices/1",
  section: "devices",
  label: "Gateway, Audio",
  sheet: "",
  kind: "removed",
  fields: [],
};

const REVIEW: DiscoveryWorkbookReview = {
  fileName: "clinic.xlsx",
  fingerprint: "f1",
  changes: [CIRCUIT, LICENSE, DEVICE],
  problems: [],
};

function show(answers: Record<string, unknown>, role = "member") {
  const host = fakeHost({
    discovery_workbook_read: REVIEW,
    session_info: { member: { role, isActive: true } },
    ...answers,
  });
  const onDone = vi.fn();
  const client = newQueryClient();
  followChanges(client);
  render(
    <QueryClientProvider client={client}>
      <WorkbookReview siteId="site-1" fileId="file-1" onDone={onDone} />
    </QueryClientProvider>,
  );
  const applied = () =>
    host.calls.filter(({ name }) => name === "discovery_workbook_apply").map(({ request }) => request);
  return { host, onDone, applied, user: userEvent.setup() };
}

it("shows the three values of a field and where it stands in the workbook", async () => {
  show({});
  const circuits = await screen.findByRole("region", { name: words.discovery.sections.circuits });
  expect(within(circuits).getByRole("rowheader", { name: /Monthly cost/ })).toHaveTextContent("Circuits!G7");
  const line = within(circuits).getByRole("row", { name: /Monthly cost/ });
  expect(line).toHaveTextContent("$400.00$410.00$412.50");
  expect(within(circuits).getByText(book.both)).toBeInTheDocument();
});

it("stores only once everything is decided, and what was chosen", async () => {
  const { applied, onDone, user } = show({
    discovery_workbook_apply: { changed: 1, added: 0, removed: 1 },
  });
  const store = () => screen.getByRole("button", { name: /^Store/ });
  await screen.findByText(book.open(2));
  expect(store()).toBeDisabled();
  await user.click(screen.getByLabelText(book.choose(DEVICE.label, book.remove)));
  expect(store()).toBeDisabled();
  await user.click(screen.getByLabelText(/Monthly cost: keep/));
  await user.click(screen.getByLabelText(book.take(LICENSE.label)));
  expect(store()).toHaveTextContent(book.apply("2"));
  await user.click(store());
  expect(applied()).toEqual([
    {
      siteId: "site-1",
      fileId: "file-1",
      fingerprint: "f1",
      takeTheirs: ["devices/1"],
      keepOurs: ["circuits/1/monthlyCostCents"],
      leaveOut: ["licenses/+12"],
    },
  ]);
  expect(onDone).toHaveBeenCalledOnce();
});

it("decides at once what is still open, and leaves the rest as it was decided", async () => {
  const { user } = show({});
  await user.click(await screen.findByLabelText(/Monthly cost: take/));
  await user.click(screen.getByRole("button", { name: book.restOurs }));
  expect(screen.getByLabelText(/Monthly cost: take/)).toBeChecked();
  expect(screen.getByLabelText(book.choose(DEVICE.label, book.keep))).toBeChecked();
  expect(screen.queryByRole("button", { name: book.restOurs })).not.toBeInTheDocument();
});

it("asks only about what both sides changed, and nothing of a row that is left out", async () => {
  const { user } = show({});
  expect(await screen.findAllByRole("radio")).toHaveLength(4);
  await user.click(screen.getByLabelText(book.take(CIRCUIT.label)));
  expect(screen.getAllByRole("radio")).toHaveLength(2);
  expect(screen.getByText(book.open(1))).toBeInTheDocument();
});

it("stores nothing while a problem stands, and says which cell it is in", async () => {
  const text = "'soon' is not a day; write it as 2026-11-30.";
  const problem = { severity: "error", sheet: "Circuits", cell: "F7", text, remedy: "Correct the cell." };
  show({ discovery_workbook_read: { ...REVIEW, changes: [LICENSE], problems: [problem] } });
  const problems = await screen.findByRole("region", { name: book.problems });
  expect(within(problems).getByRole("row", { name: /soon/ })).toHaveTextContent("Circuits!F7");
  expect(within(problems).getByRole("alert")).toHaveTextContent(book.problemsHelp);
  expect(screen.getByRole("button", { name: book.apply("1") })).toBeDisabled();
});

it("lets a warning pass", async () => {
  const warning = { severity: "warning", sheet: "Circuits", cell: null, text: "A copy.", remedy: "Look." };
  show({ discovery_workbook_read: { ...REVIEW, changes: [LICENSE], problems: [warning] } });
  expect(await screen.findByText("A copy.")).toBeInTheDocument();
  expect(screen.queryByText(book.problemsHelp)).not.toBeInTheDocument();
  expect(screen.getByRole("button", { name: book.apply("1") })).toBeEnabled();
});

it("says that a workbook brings nothing new", async () => {
  const { onDone, user } = show({ discovery_workbook_read: { ...REVIEW, changes: [] } });
  expect(await screen.findByText(book.nothing)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: book.apply("0") })).not.toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: book.backToSite }));
  expect(onDone).toHaveBeenCalledOnce();
});

it("says why nothing was stored, and reads the workbook again", async () => {
  const answer = () => {
    throw refusal("The site has changed since you looked.");
  };
  const { host, onDone, user } = show({
    discovery_workbook_read: { ...REVIEW, changes: [LICENSE] },
    discovery_workbook_apply: answer,
  });
  await user.click(await screen.findByRole("button", { name: book.apply("1") }));
  expect(await screen.findByText("The site has changed since you looked.")).toBeInTheDocument();
  expect(onDone).not.toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: book.readAgain }));
  expect(screen.queryByText("The site has changed since you looked.")).not.toBeInTheDocument();
  expect(host.calls.filter(({ name }) => name === "discovery_workbook_read")).toHaveLength(2);
});

it("lets somebody who may only read look", async () => {
  show({}, "viewer");
  expect(await screen.findByLabelText(/Monthly cost: keep/)).toBeDisabled();
  expect(screen.queryByRole("button", { name: /^Store/ })).not.toBeInTheDocument();
});
