import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { expect, it } from "vitest";
import type { NextOrderStatus } from "@/bindings/NextOrderStatus";
import type { PortOrderDetail } from "@/bindings/PortOrderDetail";
import type { ZonedTime } from "@/bindings/ZonedTime";
import { newQueryClient } from "@/queries/client";
import { fakeHost, refusal } from "@/test/fakeHost";
import { words } from "@/words";
import { SupplementDialog } from "./SupplementDialog";
import { TransitionDialog } from "./TransitionDialog";

const DETAIL = {
  order: {
    ...{ id: "o1", revision: 3, version: 1, customerId: "c1", migrationId: "m1", losingAccountId: "a1" },
    ...{ numberClass: "local", desiredDate: "2027-03-15", newBtn: null, focLocalDate: null },
    ...{ focLocalTime: null, focZone: "America/Phoenix" },
  },
  siteTimeZone: "America/Chicago",
  path: "Example Corp/Dallas HQ/Teams Phone",
  numbers: [{ phoneNumberId: "n0", e164: "+12145550100", extension: "" }],
} as unknown as PortOrderDetail;

function show(element: ReactElement) {
  render(<QueryClientProvider client={newQueryClient()}>{element}</QueryClientProvider>);
  return userEvent.setup();
}

it("says while a commitment is entered what the clock at the site shows then", async () => {
  const zoned = (date: string): ZonedTime[] => [
    { zone: "America/Phoenix", name: "MST", date, time: "10:00", offsetMinutes: -420 },
    { zone: "America/Chicago", name: "CDT", date, time: "12:00", offsetMinutes: -300 },
  ];
  fakeHost({
    contact_list: [],
    port_foc_times: ({ foc }: { foc: { date: string } }) => {
      if (foc.date === "2027-03-14") throw refusal("That hour does not exist on that day.");
      return zoned(foc.date);
    },
  });
  const next = { status: "foc_received", needsFoc: true, guards: [] } as unknown as NextOrderStatus;
  const user = show(<TransitionDialog detail={DETAIL} next={next} onClose={() => {}} />);
  await screen.findByText(words.orders.focAtSite("Mar 15, 2027, 12:00 CDT (America/Chicago)"));
  const date = screen.getByLabelText(words.orders.focDate);
  await user.clear(date);
  await user.type(date, "2027-03-14");
  await screen.findByText("That hour does not exist on that day.");
});

it("sends the numbers that come in with a supplement, each once, and asks for their letter", async () => {
  const row = (id: string, number: string) => ({ id, number, description: null });
  const waiting = [row("n1", "+12145550101"), row("n2", "+12145550101"), row("n3", "+18335550102")];
  const host = fakeHost({
    number_page: { total: waiting.length, rows: waiting },
    port_order_supplement: { version: 2 },
  });
  const user = show(<SupplementDialog detail={DETAIL} onClose={() => {}} />);
  await user.click(await screen.findByRole("checkbox", { name: "+1 214-555-0101" }));
  expect(screen.queryByText("+1 833-555-0102")).not.toBeInTheDocument();
  await user.type(screen.getByLabelText(words.orders.supplementReason), "One more");
  const send = screen.getByRole("button", { name: words.orders.supplementSubmit("2") });
  await user.click(send);
  expect(await screen.findByText(words.welcome.required)).toBeInTheDocument();
  await user.type(screen.getByLabelText(words.orders.supplementSigned), "2026-11-20");
  await user.click(send);
  const sent = host.calls.findLast(({ name }) => name === "port_order_supplement");
  expect(sent?.request).toMatchObject({ add: ["n1"], remove: [], signedOn: "2026-11-20" });
});
