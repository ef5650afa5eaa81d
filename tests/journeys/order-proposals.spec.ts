/**
 * Orders proposed for the numbers of a migration: three of one account in sequence, changed before they are made,
 * made in one act; then one of them is taken to a confirmed date and supplemented.
 */
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import type { Host } from "./host";
import { addAccount, addNumbers, onlyMigration } from "./inventory";
import { goToTab, makeMigration, openDialog, sendForm } from "./person";
import { settled } from "./places";
import { Story } from "./story";
import { skipWithoutServer, test } from "./workspaces";

test.describe.configure({ mode: "serial" });
skipWithoutServer();

/** Nothing when the story is skipped. */
let story: Story | undefined;
let host: Host;
let page: Page;
let migrationId: string;

test.beforeAll(async ({ browser, workspaceKind }) => {
  story = await Story.begin(browser, workspaceKind);
  ({ host, page } = story);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await story.makeEmptyWorkspace();
  await makeMigration(page);
  await putNumbers();
});

test.afterAll(() => story?.end());

/** 23 numbers of one account and a toll-free one, for a carrier that takes ten in an order. */
async function putNumbers() {
  const migration = await onlyMigration(host);
  migrationId = migration.id;
  const carriers = await host.call("carrier_list", {});
  const verizon = carriers.find(({ code }) => code === "verizon");
  if (!verizon) throw new Error("Verizon is missing");
  const { profile } = await host.call("carrier_get", { id: verizon.id });
  const { name, ocn, contacts, portRules, sheetTemplate } = profile;
  await host.call("carrier_update", {
    id: verizon.id,
    revision: verizon.revision,
    name,
    ocn,
    contacts,
    portRules: { ...portRules, maxNumbersPerOrder: 10 },
    sheetTemplate,
    workbookFileId: null,
  });
  const { id: losingAccountId } = await addAccount(host, migration);
  await addNumbers(host, migration, "+12146000100-0122", { losingAccountId });
  await addNumbers(host, migration, "+18336000134", { numberType: "call_queue" });
}

/** The numbers of each proposed order, as the table shows their count. */
async function sizes(): Promise<string[]> {
  const rows = page.getByRole("table", { name: "Proposed orders" }).locator("tbody tr");
  return rows.locator("td:nth-child(5)").allTextContents();
}

test("proposes a sequence with the BTN last, and toll-free numbers apart", async () => {
  test.skip(story === undefined);
  await goToTab(page, "Port orders");
  await page.getByRole("link", { name: "Propose port orders…" }).click();
  await expect(page.getByRole("button", { name: "Make 4 drafts" })).toBeEnabled();
  expect(await sizes()).toEqual(["10", "10", "3", "1"]);
  await page.getByRole("button", { name: /^3\. Old Telephone Company/ }).click();
  await expect(page.getByText("Order 3 of 3 of the account comes last, with the BTN.")).toBeVisible();
  await expectAccessible(page, "proposed orders");
});

test("checks what a person changes, and takes it back", async () => {
  await page.getByRole("button", { name: /^1\. Old Telephone Company/ }).click();
  await page.getByRole("button", { name: "Move 1 number…" }).click();
  await page.getByRole("menuitem", { name: /^To order 3/ }).click();
  await expect.poll(sizes).toEqual(["9", "10", "4", "1"]);
  await page.getByRole("button", { name: "Move 1 number…" }).click();
  await page.getByRole("menuitem", { name: /^To order 2/ }).click();
  await expect.poll(sizes).toEqual(["8", "11", "4", "1"]);
  await expect(page.getByText("The order holds 11 numbers; the carrier takes 10.")).toBeVisible();
  for (const _ of [1, 2]) await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect.poll(sizes).toEqual(["10", "10", "3", "1"]);
  await page.getByRole("button", { name: "Leave order 4 out" }).click();
  await page.getByLabel("Desired date of order 1").fill("2027-02-09");
  await expect(page.getByRole("button", { name: "Make 3 drafts" })).toBeEnabled();
});

test("makes them as drafts in one act", async () => {
  await page.getByRole("button", { name: "Make 3 drafts" }).click();
  await expect(page.getByText("Made as drafts: PF-0001, PF-0002, PF-0003.")).toBeVisible();
  const orders = await host.call("port_order_list", { migrationId });
  expect(orders.map(({ numbers }) => numbers)).toEqual([10, 10, 3]);
  expect(orders.map(({ desiredDate }) => desiredDate)).toEqual(["2027-02-09", "2027-03-01", "2027-03-01"]);
});

test("takes over a running order and supplements it", async () => {
  const rows = await host.call("number_page", {
    migrationId,
    search: "8336000134",
    filters: [],
    sort: [],
    offset: 0,
    limit: 1,
  });
  const ids = rows.rows.map(({ id }) => id);
  for (const to of ["loa_submitted", "foc_received"] as const) {
    await host.call("number_transition", { ids, to, reason: null });
  }
  const order = await host.call("port_order_adopt", {
    order: {
      migrationId,
      losingAccountId: null,
      phoneNumberIds: ids,
      scope: null,
      pon: "VZ-77",
      desiredDate: null,
      newBtn: null,
      signerContactId: null,
      resporgId: "ABC01",
      notes: null,
    },
    status: "foc_received",
    reason: "Begun by a former partner",
    foc: { date: "2027-02-09", time: "10:00", zone: null },
    signedOn: null,
    evidenceFileId: null,
  });
  await page.getByRole("link", { name: order.pon ?? "" }).click();
  await settled(page);
  await expect(page.getByText("RespOrg change confirmed").first()).toBeVisible();
  await page.getByRole("button", { name: "Supplement…" }).click();
  await expectAccessible(page, "a supplement");
  await sendForm(page, "Send version 2", {
    "Desired date": "2027-02-16",
    "Why it changes": "The customer asked for it",
  });
  await expect(openDialog(page)).toBeHidden();
  const versions = page.getByRole("table", { name: "Versions" });
  await expect(versions).toContainText("SUP 2: new date");
  await expect(page.getByText("RespOrg change requested").first()).toBeVisible();
  await expectAccessible(page, "an order with versions");
});
