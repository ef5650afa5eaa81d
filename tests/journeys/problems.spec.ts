/**
 * What speaks against a migration: a finding is mended where it stands, another one accepted with a reason that is
 * logged, and an order says why it cannot become ready until its last error is settled.
 */
import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible, withHost } from "./axe";
import type { Host } from "./host";
import { addAccount, addNumbers, onlyMigration } from "./inventory";
import { makeMigration, makeWorkspace, openDialog, sendForm, TODAY } from "./person";
import { settled, show } from "./places";

const ADDRESS = {
  street: "100 Main Street",
  city: "Dallas",
  state: "TX",
  postalCode: "75201",
  country: "US",
};

test.describe("the problems of a migration", () => {
  withHost(async (page, host) => {
    await makeWorkspace(page, "An empty workspace");
    await makeMigration(page);
    const migration = await onlyMigration(host);
    const problems = `/migrations/${migration.id}/problems`;
    await show(page, problems);
    await expect(page.getByText("Nothing speaks against it")).toBeVisible();
    await expectAccessible(page, "no problems");
    await putNumbers(host);
    await show(page, "/");
    await show(page, problems);
    await mends(page, host);
    await accepts(page);
    await show(page, `/migrations/${migration.id}/activity`);
    const logged = page.getByRole("row").filter({ hasText: "Problem accepted" });
    await expect(logged).toContainText("Nobody sends one");
  });
});

test.describe("an order with an error", () => {
  withHost(async (page, host) => {
    await makeWorkspace(page, "An empty workspace");
    await makeMigration(page);
    const order = await makeOrder(host);
    await show(page, `/orders/${order.id}`);
    const ready = page.getByRole("button", { name: "Move to Ready" });
    await expect(ready).toBeDisabled();
    await expect(
      page.getByText(/objection to the account.*: The account number .* is missing\./),
    ).toBeVisible();
    const errors = page.getByRole("banner").getByRole("link", { name: "1 error", exact: true });
    await expect(errors).toBeVisible();
    await expectAccessible(page, "an order with an error");
    await expectWhole(page);
    const step = { reason: null, rejectCode: null, foc: null, signedOn: null, signerContactId: null };
    const more = { evidenceFileId: null, outcomes: [], snapbackAgreed: false };
    const asked = { id: order.id, revision: order.revision, to: "ready", ...step, ...more } as const;
    await expect(host.call("port_order_transition", asked)).rejects.toThrow(/account number .* is missing/);
    await accept(page, finding(page, "account_number_missing"), "The carrier knows the customer");
    await expect(errors).toHaveCount(0);
    await ready.click();
    await openDialog(page).getByRole("button", { name: "Move to Ready" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Ready");
  });
});

/** Numbers that nobody has decided about, and an account whose list nobody has asked for. */
async function putNumbers(host: Host) {
  const migration = await onlyMigration(host);
  const { id: losingAccountId } = await addAccount(host, migration);
  await addNumbers(host, migration, "+12146000100-0109", { losingAccountId });
  await addNumbers(host, migration, "+12146000200-0201", { disposition: "unknown" });
}

/** A draft over numbers of an account of which only the account number is missing. */
async function makeOrder(host: Host) {
  const migration = await onlyMigration(host);
  const dates = { csrDate: TODAY, billDate: TODAY };
  const account = await addAccount(host, migration, { csrAddress: ADDRESS, ...dates });
  await addNumbers(host, migration, "+12146000101-0103", { losingAccountId: account.id });
  const asked = { migrationId: migration.id, search: null, filters: [], sort: [], offset: 0, limit: 9 };
  const { rows } = await host.call("number_page", asked);
  return host.call("port_order_add", {
    ...{ migrationId: migration.id, losingAccountId: account.id, scope: "partial", pon: "PF-0001" },
    ...{ phoneNumberIds: rows.map(({ id }) => id), desiredDate: null, newBtn: null },
    ...{ signerContactId: null, resporgId: null, notes: null },
  });
}

/** The only row of a rule, or its first. */
function finding(page: Page, rule: string): Locator {
  return page.getByRole("table", { name: "Problems" }).getByRole("row").filter({ hasText: rule }).first();
}

async function mends(page: Page, host: Host) {
  const undecided = finding(page, "disposition_unknown");
  await expect(undecided).toContainText("The disposition of +12146000200 is unknown.");
  await expectAccessible(page, "problems");
  await expectWhole(page);
  await undecided.getByRole("button", { name: "Set to port" }).click();
  await expect(undecided).toContainText("+12146000201");
  await undecided.focus();
  await page.keyboard.press("f");
  await expect(undecided).toHaveCount(0);
  const unknown = { column: "disposition", values: ["unknown"] };
  const asked = { migrationId: null, search: null, filters: [unknown], sort: [], offset: 0, limit: 1 };
  expect((await host.call("number_page", asked)).total).toBe(0);
}

async function accepts(page: Page) {
  const missing = finding(page, "list_missing");
  await missing.focus();
  await page.keyboard.press("a");
  await openDialog(page).getByRole("button", { name: "Accept", exact: true }).click();
  await expect(openDialog(page)).toContainText("Say why it is accepted.");
  await expectAccessible(page, "accepting a problem");
  await sendForm(page, "Accept", { Reason: "Nobody sends one" });
  await expect(missing).toContainText("Accepted by Test Person: Nobody sends one");
  await page.getByLabel("State").selectOption("Accepted");
  await expect(page.getByText("1 of 1 shown")).toBeVisible();
  await expectAccessible(page, "an accepted problem");
}

async function accept(page: Page, row: Locator, reason: string) {
  await row.getByRole("button", { name: "Accept…" }).click();
  await sendForm(page, "Accept", { Reason: reason });
  await expect(row).toContainText(`: ${reason}`);
  await settled(page);
}

/** In the smallest window the list shows what can be done without being scrolled to the side. */
async function expectWhole(page: Page) {
  await page.setViewportSize({ width: 1024, height: 700 });
  const hidden = await page
    .getByRole("table", { name: "Problems" })
    .evaluate((table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0));
  expect.soft(hidden, "hidden at the side").toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });
}
