/**
 * A carrier's profile is edited and confirmed, its sheet changes under the eyes, its own workbook is placed, and an order
 * asks for a day by its rules.
 */
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import type { Host } from "./host";
import { makeWorkspace } from "./person";
import { settled, show } from "./places";
import { Spreadsheet } from "./spreadsheet";
import { Story } from "./story";
import { test } from "./workspaces";

test.describe.configure({ mode: "serial" });

let story: Story | undefined;
let host: Host;
let page: Page;

test.beforeAll(async ({ browser, workspaceKind }) => {
  story = await Story.begin(browser, workspaceKind);
  ({ host, page } = story);
  await page.emulateMedia({ reducedMotion: "reduce" });
  // The page is there before the demonstration is whole, and begins anew once it is.
  const made = page.waitForResponse((response) => response.url().endsWith("/call/workspace_create"));
  await makeWorkspace(page, "A demonstration workspace");
  await made;
  await settled(page);
});

test.afterAll(() => story?.end());

test("edits the rules and confirms the template", async () => {
  await show(page, "/carriers");
  await expect(page.getByRole("row", { name: /GTT/ })).toContainText("To confirm");
  await page.getByRole("link", { name: "GTT" }).click();
  await settled(page);
  const save = page.getByRole("button", { name: "Save" });
  await expect(save).toBeDisabled();
  await page.getByLabel("Lead time (business days)", { exact: true }).fill("12");
  await page.getByLabel("Mon", { exact: true }).check();
  await page.getByRole("button", { name: "Add a contact" }).click();
  await page.getByRole("region", { name: "Contacts" }).getByLabel("Name").fill("Port desk");
  await save.click();
  await expect(page.getByText("GTT is saved.")).toBeVisible();
  await page.getByRole("button", { name: "I have confirmed it with the carrier" }).click();
  await expect(page.getByText("The profile of GTT is confirmed.")).toBeVisible();
  await expect(page.getByText("To confirm", { exact: true })).toHaveCount(0);
});

test("shows what becomes of the sheet", async () => {
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByText("+12145550100").first()).toBeVisible();
  const columns = page.getByRole("table", { name: "Columns", exact: true });
  await columns.getByLabel("Numbers as, row 1", { exact: true }).selectOption("2145550100-0149");
  await page.getByLabel("One row stands for").selectOption("A range of numbers");
  for (let row = 6; row > 1; row -= 1) {
    await columns.getByRole("button", { name: `Remove row ${row}`, exact: true }).click();
  }
  await expect(preview.getByText("2145550100-0102")).toBeVisible();
  await expectAccessible(page, "a carrier");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Not saved")).toHaveCount(0);
});

test("takes the carrier's own workbook where its labels say", async () => {
  const form = join(host.home, "carrier form.xlsx");
  await (await emptyForm()).save(form);
  await openCarrier("Verizon");
  await host.answerDialog(form);
  await page.getByRole("button", { name: "Use the carrier's workbook…" }).click();
  await expect(page.getByText("Fills in carrier form.xlsx")).toBeVisible();
  const cells = page.getByRole("table", { name: "Facts" });
  await expect(cells.getByLabel("Shows, row 1", { exact: true })).toHaveValue("pon");
  await expect(page.getByRole("region", { name: /^Sheet “/ }).getByText("‹Telephone number›")).toBeVisible();
  await cells.getByLabel("Cell, row 1", { exact: true }).fill("ZZ");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("'ZZ' is no cell")).toBeVisible();
  await cells.getByLabel("Cell, row 1", { exact: true }).fill("B1");
  await expectAccessible(page, "a carrier's own workbook");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Verizon is saved.")).toBeVisible();
  await openCarrier("GTT");
  await openCarrier("Verizon");
  await expect(page.getByText("Fills in carrier form.xlsx")).toBeVisible();
});

test("asks for a day by the carrier's rules", async () => {
  await show(page, `/orders/${await makeDraft()}`);
  await page.getByRole("button", { name: "Edit order" }).click();
  await page.getByRole("button", { name: "Choose a day" }).click();
  const days = page.getByRole("grid", { name: "Days on which numbers may move" });
  await expect(days).toBeVisible();
  await expectAccessible(page, "the calendar");
  const first = days.getByRole("button", { name: /\. Possible/ }).first();
  await first.focus();
  await page.keyboard.press("Enter");
  await expect(days).toHaveCount(0);
  await expect(page.getByLabel(/^Desired date/)).toHaveValue(/^20\d\d-\d\d-\d\d$/);
});

/** An order that may still be changed, over a number that no other order has. */
async function makeDraft(): Promise<string> {
  const [migration] = await host.call("migration_list", {});
  if (!migration) throw new Error("The demonstration has no migration.");
  const { id: migrationId, customerId } = migration.migration;
  const [account] = await host.call("losing_account_list", { customerId });
  const asked = { migrationId, search: null, filters: [], sort: [], offset: 0, limit: 500 };
  const { rows } = await host.call("number_page", asked);
  const free = rows.find((row) => row.openPortOrderId === null && row.portingStatus === "not_started");
  if (!account || !free) throw new Error("The demonstration has no number left.");
  const none = { numberType: null, usage: null };
  await host.call("number_set", {
    ids: [free.id],
    disposition: "port",
    losingAccountId: account.id,
    ...none,
  });
  const order = await host.call("port_order_add", {
    migrationId,
    losingAccountId: account.id,
    phoneNumberIds: [free.id],
    scope: "partial",
    pon: "PF-DRAFT",
    desiredDate: null,
    newBtn: null,
    signerContactId: null,
    resporgId: null,
    notes: null,
  });
  return order.id;
}

async function openCarrier(name: string) {
  await show(page, "/carriers");
  await page.getByRole("link", { name, exact: true }).click();
  await settled(page);
}

/** The request of an order with its values taken out: a form with labels and headings. */
async function emptyForm(): Promise<Spreadsheet> {
  const [order] = await host.call("port_order_list", { migrationId: null });
  if (!order) throw new Error("The demonstration has no order.");
  const exported = join(host.home, "request.xlsx");
  await show(page, `/orders/${order.id}`);
  await host.answerDialog(exported);
  await page.getByRole("button", { name: "Export request workbook…" }).click();
  await expect(page.getByText("request.xlsx")).toBeVisible();
  const book = await Spreadsheet.open(exported);
  for (let row = 1; row < 200; row += 1) {
    const filled = book.rowOf("Port request", `A${row}`);
    const values = row <= 16 ? filled.slice(1) : row > 18 ? filled : [];
    for (const address of values) book.write("Port request", address, "");
  }
  return book;
}
