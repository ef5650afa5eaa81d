import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it } from "vitest";
import type { PortDates } from "@/bindings/PortDates";
import { newQueryClient } from "@/queries/client";
import { fakeHost } from "@/test/fakeHost";
import { words } from "@/words";
import { addDays } from "./calendar";
import { PortDateField } from "./PortDateField";

/** February 2027 and the weeks around it: the 9th is the first possible day, the 15th a holiday. */
const DATES: PortDates = {
  earliest: "2027-02-09",
  receivedOn: "2027-02-01",
  leadTimeBusinessDays: 6,
  cutOff: "2027-02-01T18:00:00.000Z",
  carrierZone: "America/New_York",
  siteZone: "America/Chicago",
  days: Array.from({ length: 28 }, (_, index) => {
    const date = addDays("2027-02-01", index);
    if (date < "2027-02-09") return { date, verdict: "too_early" as const, reason: "Too early." };
    if (date === "2027-02-15") return { date, verdict: "holiday" as const, reason: "Washington's Birthday." };
    return { date, verdict: "possible" as const, reason: null };
  }),
};

function Example() {
  const [date, setDate] = useState("");
  return <PortDateField label="Desired date" migrationId="m1" numbers={3} value={date} onChange={setDate} />;
}

async function opened() {
  fakeHost({ port_date_choices: DATES });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <Example />
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: words.carriers.dates.open }));
  await screen.findByRole("grid");
  return user;
}

const day = (date: string) => screen.getByRole("button", { name: new RegExp(`^${date}`) });

it("begins on the first possible day and says why others are not", async () => {
  const user = await opened();
  expect(day("Feb 9, 2027").tabIndex).toBe(0);
  const holiday = day("Feb 15, 2027");
  expect(holiday).toHaveAccessibleName(/Holiday\. Washington's Birthday/);
  await user.click(holiday);
  expect(screen.getByLabelText("Desired date")).toHaveValue("");
  await user.click(day("Feb 10, 2027"));
  expect(screen.getByLabelText("Desired date")).toHaveValue("2027-02-10");
  expect(screen.queryByRole("grid")).toBeNull();
});

it("moves by arrow keys and chooses with Enter", async () => {
  const user = await opened();
  day("Feb 9, 2027").focus();
  await user.keyboard("{ArrowDown}{ArrowRight}");
  expect(day("Feb 17, 2027")).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(screen.getByLabelText("Desired date")).toHaveValue("2027-02-17");
});

it("takes a typed day and says what speaks against it", async () => {
  fakeHost({
    port_date_choices: {
      ...DATES,
      days: [{ date: "2027-02-15", verdict: "holiday", reason: "Washington's Birthday." }],
    },
  });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <Example />
    </QueryClientProvider>,
  );
  await userEvent.setup().type(screen.getByLabelText("Desired date"), "2027-02-15");
  expect(await screen.findByText("Washington's Birthday.")).toBeInTheDocument();
});
