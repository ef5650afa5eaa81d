import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { expect, it, vi } from "vitest";
import type { StatusProposal } from "@/bindings/StatusProposal";
import type { StatusStep } from "@/bindings/StatusStep";
import { newQueryClient } from "@/queries/client";
import { fakeHost, refusal } from "@/test/fakeHost";
import { words } from "@/words";
import { accepted, isTaken } from "./accept";
import { StatusSheetReview } from "./StatusSheetReview";
import { areCells } from "./usePastedText";

vi.mock("@tanstack/react-router", () => ({
  Link: ({ children }: { children: ReactNode }) => <a href="#order">{children}</a>,
}));

const STEP: StatusStep = {
  to: "foc_received",
  reason: "Carrier's status sheet 'status.csv', row 2.",
  rejectCode: null,
  needsRejectCode: false,
  focDate: "2027-01-12",
  focTime: "10:00",
  focZone: "America/New_York",
  needsFocTime: false,
  outcomes: [],
  outcomeCounts: [],
};

function proposal(pon: string, more: Partial<StatusProposal>): StatusProposal {
  return {
    orderId: pon,
    revision: 3,
    pon,
    path: "Example Corp/Dallas HQ/Teams Phone",
    status: "submitted",
    rows: [2],
    said: ["FOC received, FOC 2027-01-12"],
    verdict: "step",
    step: STEP,
    refusal: null,
    hints: [],
    notInOrder: [],
    notInSheet: [],
    ...more,
  };
}

const REJECTED: StatusStep = { ...STEP, to: "rejected", focDate: null, needsRejectCode: true };

const PREVIEW = {
  fileName: "status.csv",
  sheet: "status",
  sheets: ["status"],
  orders: [
    proposal("PF-0001", {}),
    proposal("PF-0002", { step: REJECTED, said: ["Rejected"] }),
    proposal("PF-0003", { verdict: "nothing_new", step: null }),
    proposal("PF-0004", { verdict: "cannot_follow", step: null, refusal: "It is final.", hints: ["Ask."] }),
    proposal("PF-0005", { notInSheet: ["+12145550102"] }),
    proposal("PF-0006", { step: { ...STEP, focTime: null, needsFocTime: true } }),
  ],
  unknown: [{ pon: "VZ-99120", rows: [6, 7], numbers: ["+12145550188"], orders: 0 }],
  rejected: [{ row: 8, reason: "Not a number." }],
  ambiguousDates: [],
  fingerprint: "f1",
};

const CODES = [{ code: "LSR_PENDING", text: "Another order is pending." }];

function show(answers: Record<string, unknown>) {
  const host = fakeHost({
    status_sheet_preview: PREVIEW,
    reject_code_list: CODES,
    session_info: { member: { role: "member", isActive: true } },
    ...answers,
  });
  const onDone = vi.fn();
  const client = newQueryClient();
  render(
    <QueryClientProvider client={client}>
      <StatusSheetReview fileId="file-1" migrationId={null} onDone={onDone} />
    </QueryClientProvider>,
  );
  return { host, onDone, user: userEvent.setup() };
}

it("shows what follows for each order, and what leads nowhere", async () => {
  show({});
  expect(await screen.findAllByText(/Becomes “FOC received”/)).toHaveLength(3);
  expect(screen.getByText(words.statusSheet.nothingNew)).toBeInTheDocument();
  expect(screen.getByText(/It is final\. Ask\./)).toBeInTheDocument();
  expect(screen.getByText(words.statusSheet.notInSheet("+12145550102"))).toBeInTheDocument();
  expect(screen.getByText(words.statusSheet.needsFocTime)).toBeInTheDocument();
  const unknown = screen.getByRole("region", { name: words.statusSheet.unknown });
  expect(within(unknown).getByText("VZ-99120")).toBeInTheDocument();
  expect(within(unknown).getByText("Rows 6, 7")).toBeInTheDocument();
  expect(screen.getByText("Not a number.")).toBeInTheDocument();
});

it("takes what lacks nothing, asks for the reject code, and confirms once", async () => {
  const { host, onDone, user } = show({ status_sheet_confirm: [] });
  await screen.findByRole("button", { name: words.statusSheet.confirm("1") });
  expect(screen.getByLabelText(words.statusSheet.takeOrder("PF-0002"))).toBeDisabled();
  expect(screen.getByLabelText(words.statusSheet.takeOrder("PF-0006"))).toBeDisabled();
  expect(screen.getByLabelText(words.statusSheet.takeOrder("PF-0005"))).not.toBeChecked();
  await user.selectOptions(screen.getByLabelText(words.statusSheet.rejectCodeOf("PF-0002")), "LSR_PENDING");
  await user.click(screen.getByLabelText(words.statusSheet.takeOrder("PF-0001")));
  await user.click(screen.getByLabelText(words.statusSheet.takeOrder("PF-0005")));
  await user.click(screen.getByRole("button", { name: words.statusSheet.confirm("2") }));
  const confirmed = host.calls.filter(({ name }) => name === "status_sheet_confirm");
  expect(confirmed).toHaveLength(1);
  expect(confirmed[0]?.request).toMatchObject({
    fingerprint: "f1",
    accepted: [
      { orderId: "PF-0002", rejectCode: "LSR_PENDING" },
      { orderId: "PF-0005", rejectCode: null },
    ],
  });
  expect(onDone).toHaveBeenCalledOnce();
});

it("says why nothing was stored", async () => {
  const answer = () => {
    throw refusal("The orders have changed since you looked.");
  };
  const { onDone, user } = show({ status_sheet_confirm: answer });
  await user.click(await screen.findByRole("button", { name: words.statusSheet.confirm("1") }));
  expect(await screen.findByText("The orders have changed since you looked.")).toBeInTheDocument();
  expect(onDone).not.toHaveBeenCalled();
});

it("asks again with the time that was given", async () => {
  const { host, user } = show({});
  await user.type(await screen.findByLabelText(words.statusSheet.focTime), "10:00");
  const asked = host.calls.filter(({ name }) => name === "status_sheet_preview");
  expect(asked.at(-1)?.request).toMatchObject({ file: "file-1", focTime: "10:00" });
});

it("never takes a step that lacks something, whatever was decided", () => {
  const open = proposal("PF-0002", { step: REJECTED });
  expect(isTaken(open, { isTaken: true })).toBe(false);
  expect(accepted([open], { "PF-0002": { isTaken: true } })).toEqual([]);
  expect(isTaken(open, { rejectCode: "OTHER" })).toBe(true);
});

it("names the lines of an e-mail, what it leaves open and what was not read", async () => {
  const mail = {
    subject: "Your order",
    ignored: [{ why: "a signature", fromLine: 5, toLine: 7 }],
    questions: [{ line: 2, text: "The date has no year." }],
  };
  fakeHost({
    status_sheet_preview: { ...PREVIEW, sheets: [], mail, rejected: [], ambiguousDates: [4] },
    reject_code_list: CODES,
    session_info: { member: { role: "member", isActive: true } },
  });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <StatusSheetReview fileId="file-1" isMail migrationId={null} onDone={() => {}} />
    </QueryClientProvider>,
  );
  expect(await screen.findByText(words.mail.of("Your order"))).toBeInTheDocument();
  expect(screen.getByText("Line 2: The date has no year.")).toBeInTheDocument();
  expect(screen.getByText(/Lines 5 to 7: a signature/)).toBeInTheDocument();
  expect(screen.getByText(words.mail.dateOrderHelp("4"))).toBeInTheDocument();
  expect(screen.getAllByText("Line 2").length).toBeGreaterThan(0);
});

it("takes cells for a sheet and other text for a message", () => {
  expect(areCells("PON\tStatus\nPF-0001\tFOC\n")).toBe(true);
  expect(areCells("PON: PF-0001\n\tStatus: FOC\n")).toBe(false);
  expect(areCells("PF-0001\tFOC")).toBe(false);
});
