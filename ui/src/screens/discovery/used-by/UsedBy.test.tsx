import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { SiteUse } from "@/bindings/SiteUse";
import { newQueryClient } from "@/queries/client";
import { fakeHost } from "@/test/fakeHost";
import { words } from "@/words";
import { UsedBy } from "./UsedBy";

const say = words.siteUses;

const USES: SiteUse[] = [
  {
    what: "losing_account",
    id: "a1",
    label: "Lumen +12145550140",
    field: "address",
    isCurrent: false,
    blocked: null,
    revision: 3,
  },
  {
    what: "auto_attendant",
    id: "t1",
    label: "Pharmacy",
    field: "business_hours",
    isCurrent: false,
    blocked: "It is set up in Teams already.",
    revision: 1,
  },
  {
    what: "migration",
    id: "m1",
    label: "Move",
    field: "time_zone",
    isCurrent: true,
    blocked: null,
    revision: 2,
  },
];

function show(role: string) {
  const host = fakeHost({
    session_info: { member: { role } },
    site_used_by: USES,
    site_value_take: [],
  });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <UsedBy siteId="s1" />
    </QueryClientProvider>,
  );
  return { host, user: userEvent.setup() };
}

it("takes the site's value over only where it differs and nothing stands in the way", async () => {
  const { host, user } = show("member");
  const name = say.takeOf("Lumen +12145550140", say.field.address);
  await user.click(await screen.findByRole("button", { name }));
  expect(host.calls.findLast(({ name }) => name === "site_value_take")?.request).toEqual({
    siteId: "s1",
    what: "losing_account",
    id: "a1",
    field: "address",
    revision: 3,
  });
  expect(screen.getAllByRole("button")).toHaveLength(1);
  const pharmacy = screen.getByText("Pharmacy").closest("tr");
  expect(within(pharmacy as HTMLElement).getByText("It is set up in Teams already.")).toBeInTheDocument();
  expect(screen.getByText(say.current)).toBeInTheDocument();
});

it("lets a viewer look and not take over", async () => {
  show("viewer");
  expect(await screen.findByText("Lumen +12145550140")).toBeInTheDocument();
  expect(screen.queryByRole("button")).toBeNull();
});
