import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { expect, it } from "vitest";
import type { NumberRow } from "@/bindings/NumberRow";
import type { PortOrder } from "@/bindings/PortOrder";
import type { PortOrderDetail } from "@/bindings/PortOrderDetail";
import { newQueryClient } from "@/queries/client";
import { fakeHost } from "@/test/fakeHost";
import { words } from "@/words";
import { EditOrderDialog } from "./EditOrderDialog";
import { NewOrderDialog } from "./NewOrderDialog";
import { OrderEvents } from "./OrderEvents";
import { OrderVersions } from "./OrderVersions";

const ORDER = { id: "o1", revision: 3, customerId: "c1", pon: "PF-0001", scope: "full" } as PortOrder;
const SIGNER = { id: "k1", name: "Alex Example", kind: "authorized_signer" };

function show(element: ReactElement) {
  render(<QueryClientProvider client={newQueryClient()}>{element}</QueryClientProvider>);
  return userEvent.setup();
}

it("asks for the PON of an order that exists, and stores what was changed", async () => {
  const host = fakeHost({ contact_list: [SIGNER], port_order_update: {} });
  const user = show(<EditOrderDialog order={ORDER} numbers={2} onClose={() => {}} />);
  const pon = screen.getByLabelText(words.orders.pon);
  await user.clear(pon);
  await user.click(screen.getByRole("button", { name: words.common.save }));
  expect(await screen.findByText(words.welcome.required)).toBeInTheDocument();
  await user.type(pon, "PF-0009");
  await user.selectOptions(screen.getByLabelText(/^Authorized signer/), "k1");
  await user.click(screen.getByRole("button", { name: words.common.save }));
  expect(host.calls.findLast(({ name }) => name === "port_order_update")?.request).toEqual({
    id: "o1",
    revision: 3,
    scope: "full",
    pon: "PF-0009",
    desiredDate: null,
    newBtn: null,
    signerContactId: "k1",
    resporgId: null,
    notes: null,
    ringToNumber: "",
    coverage: "",
  });
});

it("proposes the signer of the site for a new order", async () => {
  const host = fakeHost({
    migration_get: { migration: { customerId: "c1" } },
    port_order_proposal: { signerContactId: "k1" },
    losing_account_list: [{ id: "a1", carrierName: "Old Telephone Company" }],
    contact_list: [SIGNER],
    port_order_add: { id: "o2" },
  });
  const numbers = [{ id: "n1", losingAccountId: "a1" }] as NumberRow[];
  const user = show(
    <NewOrderDialog migrationId="m1" numbers={numbers} onClose={() => {}} onCreated={() => {}} />,
  );
  // The field is drawn anew once its choices have come.
  await waitFor(() => expect(screen.getByLabelText(/^Authorized signer/)).toHaveValue("k1"));
  await user.click(screen.getByRole("button", { name: words.orders.create }));
  expect(host.calls.findLast(({ name }) => name === "port_order_add")?.request).toMatchObject({
    signerContactId: "k1",
  });
});

it("leaves PON and scope of a new order to PortFlow", async () => {
  const host = fakeHost({
    migration_get: { migration: { customerId: "c1" } },
    losing_account_list: [{ id: "a1", carrierName: "Old Telephone Company" }],
    contact_list: [],
    port_order_add: { id: "o2" },
  });
  const numbers = [{ id: "n1", losingAccountId: "a1" }] as NumberRow[];
  const created: string[] = [];
  const user = show(
    <NewOrderDialog
      migrationId="m1"
      numbers={numbers}
      onClose={() => {}}
      onCreated={(id) => created.push(id)}
    />,
  );
  await screen.findByRole("option", { name: "Old Telephone Company" });
  await user.click(screen.getByRole("button", { name: words.orders.create }));
  expect(host.calls.findLast(({ name }) => name === "port_order_add")?.request).toMatchObject({
    losingAccountId: "a1",
    phoneNumberIds: ["n1"],
    pon: null,
    scope: null,
  });
  expect(created).toEqual(["o2"]);
});

it("says what a reject code means", async () => {
  fakeHost({ member_list: [], reject_code_list: [{ code: "LOA_EXPIRED", text: "The LOA is too old." }] });
  const event = { id: "e1", toStatus: "rejected", rejectCode: "LOA_EXPIRED", at: "2026-03-02T15:00:00Z" };
  show(<OrderEvents detail={{ order: ORDER, events: [event] } as PortOrderDetail} />);
  expect(await screen.findByText(/The LOA is too old\./)).toHaveTextContent("(LOA_EXPIRED)");
});

it("says in one line what a version changed of an address", () => {
  const before = {
    street: "100 Main Street",
    city: "Dallas",
    state: "TX",
    postalCode: "75210",
    country: null,
  };
  const after = { ...before, postalCode: "75201" };
  const change = { field: "csrAddress", old_value: before, new_value: after };
  const version = {
    version: 2,
    at: "2027-02-08T15:07:00Z",
    supplement: null,
    numberCount: 372,
    changes: [change],
  };
  show(<OrderVersions detail={{ versions: [version] } as unknown as PortOrderDetail} />);
  const told = "Service address: 100 Main Street, Dallas, TX 75210 → 100 Main Street, Dallas, TX 75201";
  expect(screen.getByText(told)).toBeInTheDocument();
});
