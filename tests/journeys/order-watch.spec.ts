/**
 * What a carrier's e-mail says becomes a step of an order; the calendar shows it, by keyboard too, and writes it to a
 * file; what waits and what is at risk is said with its reason. Accessible in both themes, and whole in the smallest window.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, withHost } from "./axe";
import { makeWorkspace, openDialog } from "./person";
import { settled, show } from "./places";

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);
const iso = (date: Date) => date.toISOString().slice(0, 10);
const spelt = (date: Date) =>
  date.toLocaleDateString("en-US", { month: "long", day: "numeric", year: "numeric", timeZone: "UTC" });

test.describe("the orders of all customers", () => {
  withHost(async (page, host) => {
    await makeWorkspace(page, "A demonstration workspace");
    const [order] = await host.call("port_order_list", { migrationId: null });
    const pon = order?.pon ?? "";
    await waits(page, pon, order?.id ?? "");
    const port = inDays(20);
    await readsMessage(page, pon, port);
    await showsCalendar(page, pon, port);
    const file = join(host.home, "ports.ics");
    await host.answerDialog(file);
    await page.getByRole("button", { name: "Export calendar…" }).click();
    await expect(page.getByText("Written: ports.ics.")).toBeVisible();
    expect(await readFile(file, "utf8")).toContain(`SUMMARY:Port ${pon}`);
    await rejects(page, pon);
  });
});

async function waits(page: Page, pon: string, id: string) {
  await show(page, "/orders");
  await expect(page.getByRole("row", { name: pon })).toContainText("0/5");
  await look(page, "table of orders");
  await show(page, `/orders/${id}`);
  await page.getByRole("button", { name: "E-mail to send…" }).click();
  await expect(openDialog(page).getByLabel("Text")).toHaveValue(/Please send the firm order commitment/);
  await look(page, "e-mail about an order");
  await page.keyboard.press("Escape");
}

async function readsMessage(page: Page, pon: string, port: Date) {
  await show(page, "/status-sheet");
  await page
    .getByLabel("Or paste the text of a carrier's e-mail")
    .fill(`PON: ${pon}\nFOC Date: ${spelt(port)}\nFOC Time: 10:00 AM ET\n\nRegards,\nPort Desk\n`);
  await look(page, "text of a message");
  await page.getByRole("button", { name: "Read the text" }).click();
  await expect(page.getByText("Becomes “FOC received”")).toBeVisible();
  await expect(page.getByText("Lines 5 to 6: a signature")).toBeVisible();
  await look(page, "message as it is read");
  await page.getByRole("button", { name: "Take 1 step" }).click();
  await movesOn(page);
}

async function showsCalendar(page: Page, pon: string, port: Date) {
  await show(page, `/orders?view=calendar&day=${iso(port)}`);
  const day = page.locator(`[data-day="${iso(port)}"]`);
  await expect(day).toContainText(pon);
  await expect(page.getByRole("list").getByRole("link", { name: pon })).toBeVisible();
  await expect(page.getByText("Carrier: 10:00 America/New_York")).toBeVisible();
  await look(page, "calendar");
  await day.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(`[data-day="${iso(new Date(port.getTime() + DAY))}"]`)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageUp");
  await expect(day).toBeFocused();
  await page.getByLabel("Status", { exact: true }).selectOption("draft");
  await expect(page.getByText("No order fits the filters.")).toBeVisible();
  await page.getByRole("link", { name: "Board", exact: true }).click();
  await expect(page.getByText("No order fits the filters.")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page.getByRole("region", { name: "FOC received" })).toContainText(pon);
  await look(page, "board");
  await page.getByRole("link", { name: "Calendar", exact: true }).click();
}

async function rejects(page: Page, pon: string) {
  await show(page, "/status-sheet");
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, `Order ${pon} has been rejected: account number mismatch.`);
  await page.getByRole("button", { name: "Take 1 step" }).click();
  await movesOn(page);
  await show(page, "/");
  const risks = page.getByRole("table", { name: "Orders at risk" });
  await expect(risks).toContainText("The carrier rejected it today.");
  await look(page, "dashboard");
}

/** The screen leads to the orders when its steps are taken; an earlier notice may still be there. */
async function movesOn(page: Page) {
  await expect(page.getByText("1 order moved on.").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Port orders", level: 1 })).toBeVisible();
}

/** Accessible, and no wider than the smallest window. */
async function look(page: Page, where: string) {
  await settled(page);
  await expectAccessible(page, where);
  const small = { width: 1024, height: 700 };
  await page.setViewportSize(small);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `${where} fits ${small.width}`).toBeLessThanOrEqual(small.width);
  await page.setViewportSize({ width: 1280, height: 800 });
}
