/**
 * Every screen in both themes, with data and without, through every rule of axe; those of an import are in
 * `import-screens.spec.ts`.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, withHost } from "./axe";
import type { Host } from "./host";
import { writeDown } from "./learnt";
import { fixture, makeMigration, makeWorkspace, openDialog } from "./person";
import { linkTo, PARTS, SCREENS, show } from "./places";

test.describe("without a workspace", () => {
  withHost(async (page) => {
    await expectAccessible(page, "welcome");
    await page.getByRole("button", { name: "Connect to Postgres…" }).click();
    await expectAccessible(page, "connect");
  });
});

test.describe("an empty workspace", () => {
  withHost(async (page) => {
    await makeWorkspace(page, "An empty workspace");
    for (const screen of SCREENS) {
      await show(page, screen);
      await expectAccessible(page, screen);
    }
    for (const [screen, button] of [
      ["/customers", "Add customer"],
      ["/migrations", "Add migration"],
      ["/team", "Add member"],
    ] as const) {
      await show(page, screen);
      await page.getByRole("button", { name: button }).click();
      await expect(openDialog(page)).toBeVisible();
      await expectAccessible(page, button);
      await page.keyboard.press("Escape");
    }
    await page.keyboard.press("Control+k");
    await expectAccessible(page, "palette");
  });
});

test.describe("the demonstration", () => {
  withHost(async (page) => {
    await makeWorkspace(page, "A demonstration workspace");
    for (const screen of SCREENS) {
      await show(page, screen);
      await expectAccessible(page, screen);
    }
    await show(page, "/customers");
    await expectAccessibleAt(page, await linkTo(page, "/customers/"));
    await show(page, "/orders?view=table");
    await expectAccessibleAt(page, await linkTo(page, "/orders/"));
    await show(page, "/scripts");
    await expectAccessibleAt(page, await linkTo(page, "/scripts/"));
    await show(page, "/migrations");
    const migration = await linkTo(page, "/migrations/");
    for (const part of PARTS) await expectAccessibleAt(page, migration + part);
    await show(page, `${migration}/imports`);
    await expectAccessibleAt(page, await linkTo(page, `${migration}/imports/`));
    await show(page, `${migration}/numbers`);
    await page.getByRole("button", { name: "Details" }).click();
    await expectAccessible(page, "details of a number");
  });
});

test.describe("what belongs to a site", () => {
  withHost(async (page, host) => {
    await makeWorkspace(page, "An empty workspace");
    await makeMigration(page);
    const [learnt] = await host.call("site_discovery_list", { customerId: null });
    const site = `/sites/${learnt?.siteId}`;
    await expectAccessibleAt(page, `${site}?section=costs`);
    await expectAccessibleAt(page, `${site}?section=questionnaires`);
    await writeDown(host, learnt?.siteId ?? "");
    await expectAccessibleAt(page, `${site}?section=costs`);
    await saveReport(page, host);
    await workbook(page, host, site);
  });
});

/** A program with its checks takes its time to lay out a report. */
const WHILE_PRINTING = { timeout: 40_000 };

/** The report is saved, and cannot be saved where no folder is. */
async function saveReport(page: Page, host: Host) {
  const save = page.getByRole("button", { name: "Report (PDF)" });
  await host.answerDialog(join(host.home, "clinic.pdf"));
  await save.click();
  await expect(page.getByText("Saved clinic.pdf")).toBeVisible(WHILE_PRINTING);
  expect((await readFile(join(host.home, "clinic.pdf"))).subarray(0, 5).toString()).toBe("%PDF-");
  await expectAccessible(page, "a saved report");
  await host.answerDialog(join(host.home, "no folder", "clinic.pdf"));
  await save.click();
  const refusal = "'clinic.pdf' could not be written: its folder is not there.";
  await expect(page.getByText(refusal).first()).toBeVisible(WHILE_PRINTING);
  await expectAccessible(page, "a report that could not be saved");
}

/** No workbook is chosen, one that is none, and one that says nothing new; `discovery-workbook.spec.ts` changes things. */
async function workbook(page: Page, host: Host, site: string) {
  await show(page, `${site}/workbook`);
  await expect(page.getByText("No workbook is chosen")).toBeVisible();
  await expectAccessible(page, "no workbook");
  await host.answerDialog(fixture("messy-did-inventory.xlsx"));
  await page.getByRole("button", { name: "Read workbook back…" }).click();
  await expect(page.getByText(/is no discovery workbook/)).toBeVisible();
  await expectAccessible(page, "another file");
  await show(page, site);
  await page.getByRole("button", { name: "Workbook", exact: true }).click();
  await expectAccessible(page, "the menu of a workbook");
  const file = join(host.home, "clinic.xlsx");
  await host.answerDialog(file);
  await page.getByRole("menuitem", { name: "Export workbook…" }).click();
  await expect(page.getByText("Saved as clinic.xlsx.")).toBeVisible();
  await show(page, `${site}/workbook`);
  await host.answerDialog(file);
  await page.getByRole("button", { name: "Read workbook back…" }).click();
  await expect(page.getByText("The workbook says nothing new")).toBeVisible();
  await expectAccessible(page, "nothing new");
}

async function expectAccessibleAt(page: Page, address: string) {
  await show(page, address);
  await expectAccessible(page, address);
}
