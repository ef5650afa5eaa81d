import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { AccountProposal } from "@/bindings/AccountProposal";
import type { Customer } from "@/bindings/Customer";
import { newQueryClient } from "@/queries/client";
import { fakeHost } from "@/test/fakeHost";
import { words } from "@/words";
import { AccountForm } from "./AccountForm";

const CUSTOMER = { id: "c1", name: "Clinic", legalName: null } as Customer;
const PROPOSAL: AccountProposal = {
  siteId: "s1",
  siteName: "North clinic",
  carrierName: "Lumen",
  btn: "+12145550140",
  nameOnAccount: "Clinic",
  csrAddress: {
    street: "2200 EXAMPLE BLVD",
    city: "Dallas",
    state: "TX",
    postalCode: "75201",
    country: "US",
  },
};

it("fills a new account with what was learnt at a site", async () => {
  const host = fakeHost({ losing_account_proposals: [PROPOSAL], losing_account_add: {} });
  const user = userEvent.setup();
  render(
    <QueryClientProvider client={newQueryClient()}>
      <AccountForm customer={CUSTOMER} onClose={() => {}} />
    </QueryClientProvider>,
  );
  const choice = await screen.findByRole("combobox", { name: new RegExp(words.siteUses.fromSite) });
  await user.selectOptions(choice, "North clinic · Lumen · +12145550140");
  expect(screen.getByLabelText(words.account.carrierName)).toHaveValue("Lumen");
  await user.type(screen.getByLabelText(words.account.accountNumber), "A-1");
  await user.click(screen.getByRole("button", { name: words.account.add }));
  expect(host.calls.findLast(({ name }) => name === "losing_account_add")?.request).toMatchObject({
    customerId: "c1",
    siteId: "s1",
    carrierName: "Lumen",
    btn: "+12145550140",
    csrAddress: { street: "2200 EXAMPLE BLVD", city: "Dallas", postalCode: "75201" },
    accountNumber: "A-1",
  });
});
