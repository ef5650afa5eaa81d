import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { LosingAccount } from "@/bindings/LosingAccount";
import { host as currentHost, setHost } from "@/host";
import { newQueryClient } from "@/queries/client";
import { fakeHost } from "@/test/fakeHost";
import { words } from "@/words";
import { AccountNumbers } from "./AccountNumbers";

const ACCOUNT = { id: "a1", carrierName: "Old Telephone Company", btn: "+12145550199" } as LosingAccount;
const DIFFERENCE = {
  listed: 3,
  inInventory: 2,
  inBoth: 1,
  onlyListed: [
    {
      number: "+12145550150",
      sources: ["csr", "bill"],
      seenOn: "2026-11-25",
      remainingAction: null,
      elsewhere: "Example Corp/Plano/B",
    },
    {
      number: "+12145550151",
      sources: ["csr"],
      seenOn: "2026-11-25",
      remainingAction: "keep",
      elsewhere: null,
    },
  ],
  onlyInInventory: [{ number: "+12145550170", path: "Example Corp/Dallas HQ/Teams Phone" }],
  noLongerListed: [],
};

function show(difference: unknown) {
  const host = fakeHost({
    account_numbers_difference: difference,
    account_numbers_decide: difference,
    account_numbers_import: { inserted: 3, refreshed: 0, noLongerListed: [], rejected: [], difference },
    session_info: { member: { role: "member", isActive: true } },
  });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <AccountNumbers account={ACCOUNT} onClose={() => {}} />
    </QueryClientProvider>,
  );
  return { host, user: userEvent.setup() };
}

it("shows the difference in both directions", async () => {
  show(DIFFERENCE);
  const listed = await screen.findByRole("region", { name: words.accountNumbers.onlyListed });
  expect(within(listed).getAllByRole("row")).toHaveLength(3);
  expect(within(listed).getByText("Example Corp/Plano/B")).toBeInTheDocument();
  const inventory = screen.getByRole("region", { name: words.accountNumbers.onlyInventory });
  expect(within(inventory).getByText("Example Corp/Dallas HQ/Teams Phone")).toBeInTheDocument();
  expect(screen.getByText(words.accountNumbers.counts("3", "1"))).toBeInTheDocument();
});

it("decides what becomes of a number that stays on the account", async () => {
  const { host, user } = show(DIFFERENCE);
  const kept = await screen.findByLabelText(words.accountNumbers.staysOf("+12145550151"));
  expect(kept).toHaveDisplayValue("Keep");
  await user.selectOptions(kept, "disconnect");
  const sent = () => host.calls.findLast(({ name }) => name === "account_numbers_decide")?.request;
  expect(sent()).toEqual({ accountId: "a1", numbers: ["+12145550151"], action: "disconnect" });
  await user.selectOptions(screen.getByLabelText(words.accountNumbers.staysOf("+12145550151")), "");
  expect(sent()).toMatchObject({ action: null });
});

it("imports a list once its file and date are given", async () => {
  const { host, user } = show({ ...DIFFERENCE, listed: 0, onlyListed: [], onlyInInventory: [] });
  setHost({ ...currentHost(), pickOpen: async () => ({ id: "file-7", name: "csr.csv", size: 1 }) });
  expect(await screen.findByText(words.accountNumbers.empty)).toBeInTheDocument();
  await user.click(await screen.findByRole("button", { name: words.accountNumbers.import }));
  await user.type(screen.getByLabelText(words.accountNumbers.seenOn), "2026-11-25");
  await user.click(screen.getByRole("button", { name: words.accountNumbers.submit }));
  expect(await screen.findByText(words.accountNumbers.fileMissing)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: words.accountNumbers.chooseFile }));
  await screen.findByText("csr.csv");
  await user.selectOptions(screen.getByLabelText(words.accountNumbers.source), "bill");
  await user.type(screen.getByLabelText(words.accountNumbers.column), "Working TN");
  await user.click(screen.getByRole("button", { name: words.accountNumbers.submit }));
  const sent = host.calls.findLast(({ name }) => name === "account_numbers_import");
  expect(sent?.request).toMatchObject({
    accountId: "a1",
    file: "file-7",
    source: "bill",
    seenOn: "2026-11-25",
    column: "Working TN",
  });
});
