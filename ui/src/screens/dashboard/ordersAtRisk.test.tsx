import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { expect, it, vi } from "vitest";
import type { OrderAtRisk } from "@/bindings/OrderAtRisk";
import { formatUntil } from "@/format";
import { words } from "@/words";
import { OrdersAtRisk } from "./OrdersAtRisk";

vi.mock("@tanstack/react-router", () => ({
  Link: ({ children }: { children: ReactNode }) => <a href="#order">{children}</a>,
}));

function atRisk(pon: string): OrderAtRisk {
  const until = new Date(Date.now() + 5 * 3_600_000 + 30_000).toISOString();
  return {
    order: { id: pon, pon, path: "Example Corp/Dallas HQ/Teams Phone", numbers: 20 },
    risks: [{ kind: "snapback", text: "5 hours are left.", remedy: "Test now.", until }],
  } as OrderAtRisk;
}

it("says why an order is at risk and how long there is", () => {
  render(<OrdersAtRisk orders={[atRisk("PF-0001")]} />);
  expect(screen.getByText("Snapback window")).toBeInTheDocument();
  expect(screen.getByText("5 h 0 min")).toBeInTheDocument();
  expect(screen.getByText("5 hours are left.")).toBeInTheDocument();
});

it("shows fifty orders and the others when they are asked for", async () => {
  const orders = Array.from({ length: 60 }, (_, place) => atRisk(`PF-${place}`));
  render(<OrdersAtRisk orders={orders} />);
  expect(screen.getAllByRole("row")).toHaveLength(50);
  await userEvent.click(screen.getByRole("button", { name: words.dashboard.moreRisks("10") }));
  expect(screen.getAllByRole("row")).toHaveLength(60);
});

it("counts down to nothing", () => {
  const now = Date.parse("2027-01-12T15:00:00Z");
  expect(formatUntil("2027-01-12T16:05:30Z", now)).toBe("1 h 5 min");
  expect(formatUntil("2027-01-12T15:05:30Z", now)).toBe("5 min");
  expect(formatUntil("2027-01-12T14:59:00Z", now)).toBe("");
});
