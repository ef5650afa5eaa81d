import { render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { words } from "@/words";
import { HandOver } from "./HandOver";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ to, search, children }: { to: string; search: object; children: React.ReactNode }) => (
    <a href={`${to}?${new URLSearchParams(search as Record<string, string>)}`}>{children}</a>
  ),
}));

it("takes a status sheet to the orders, with its file and migration", () => {
  render(<HandOver target="port_order_events" fileId="file-1" migrationId="m-1" />);
  const link = screen.getByRole("link", { name: words.imports.toStatusSheet });
  expect(link.getAttribute("href")).toBe("/status-sheet?fileId=file-1&migrationId=m-1");
});

it("takes a list of a losing carrier to the customers", () => {
  render(<HandOver target="losing_account_numbers" fileId="file-1" migrationId="m-1" />);
  expect(screen.getByRole("link", { name: words.imports.toAccounts }).getAttribute("href")).toBe(
    "/customers?",
  );
});

it("leaves imports alone", () => {
  const { container } = render(<HandOver target="end_users" fileId="file-1" migrationId="m-1" />);
  expect(container.textContent).toBe("");
});
