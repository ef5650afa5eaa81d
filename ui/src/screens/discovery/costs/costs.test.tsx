import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it, vi } from "vitest";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { newQueryClient } from "@/queries/client";
import { fakeHost } from "@/test/fakeHost";
import { words } from "@/words";
import { SiteCosts } from "./SiteCosts";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ search, children }: { search: { section: string; row: string }; children: ReactNode }) => (
    <a href={`?section=${search.section}&row=${search.row}`}>{children}</a>
  ),
}));

const DISCOVERY = {
  site: { id: "s1" },
  licenses: [{ id: "l1" }],
  cutover: "2026-12-01",
  remainingCostRule: "Counted by whole months.",
  findings: [
    { code: "contract_after_cutover", text: "$1,650.00 remain.", remedy: "Ask.", rows: ["c1"], fields: [] },
    { code: "disconnect_missing", text: "No date.", remedy: "Enter one.", rows: ["c2"], fields: [] },
  ],
} as unknown as SiteDiscovery;

const COSTS = {
  lines: [
    { row: "c1", label: "PRI of Lumen", todayCents: 41_250, afterCents: 0 },
    { row: "c2", label: "SIP trunk of Cable Co", todayCents: null, afterCents: null },
    { row: "l1", label: "40 MCOEV", todayCents: 0, afterCents: 32_000 },
  ],
  todayCents: 41_250,
  afterCents: 32_000,
  unknown: 1,
};

function show(discovery: SiteDiscovery, costs: object) {
  fakeHost({ discovery_costs: costs });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <SiteCosts discovery={discovery} />
    </QueryClientProvider>,
  );
}

it("compares each line and leads to where it is entered", async () => {
  show(DISCOVERY, COSTS);
  const row = (await screen.findByText("PRI of Lumen")).closest("tr") as HTMLElement;
  const texts = within(row).getAllByRole("cell");
  expect(texts.map((cell) => cell.textContent)).toEqual(["PRI of Lumen", "$412.50", "$0.00", "-$412.50"]);
  const license = screen.getByRole("link", { name: "40 MCOEV" });
  expect(license).toHaveAttribute("href", "?section=licenses&row=l1");
  const sum = screen.getByRole("rowheader", { name: words.costs.sum }).closest("tr") as HTMLElement;
  const sums = within(sum).getAllByRole("cell");
  expect(sums.map((cell) => cell.textContent)).toEqual(["$412.50", "$320.00", "-$92.50"]);
  expect(screen.getByText(words.costs.leftOut(1))).toBeInTheDocument();
});

it("names what contracts still cost, and the rule by which it is counted", async () => {
  show(DISCOVERY, COSTS);
  expect(await screen.findByText(/\$1,650\.00 remain\./)).toBeInTheDocument();
  expect(screen.queryByText(/No date\./)).not.toBeInTheDocument();
  expect(screen.getByText(/Dec 1, 2026.*Counted by whole months\./)).toBeInTheDocument();
});

it("says when the cutover has no date, and when there is nothing to compare", async () => {
  show({ ...DISCOVERY, cutover: null, findings: [] }, COSTS);
  expect(await screen.findByText(new RegExp(words.costs.noCutover))).toBeInTheDocument();
  show(DISCOVERY, { lines: [], todayCents: 0, afterCents: 0, unknown: 0 });
  expect(await screen.findByText(words.costs.empty)).toBeInTheDocument();
});
