/**
 * A list that comes again while people work on what it brought: conflicts, cells that are pasted, an import that is
 * stopped, and one that can only be undone in part.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { Grid } from "./grid";
import type { Host } from "./host";
import { expectFacts, goTo, goToTab, makeMigration, openDialog } from "./person";
import { Story } from "./story";
import { skipWithoutServer, test } from "./workspaces";

/** Written in several steps, so that there is time to stop between them. */
const MANY = 20_000;

test.describe.configure({ mode: "serial" });
skipWithoutServer();

/** Nothing when the story is skipped. */
let story: Story | undefined;
let host: Host;
let page: Page;

test.beforeAll(async ({ browser, workspaceKind }) => {
  story = await Story.begin(browser, workspaceKind);
  ({ host, page } = story);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await story.makeEmptyWorkspace();
  await makeMigration(page);
});

test.afterAll(() => story?.end());

test("imports a first list, and somebody works on it", async () => {
  await host.drop(
    await list("march.csv", [
      "2145550101,Lobby,Completed",
      "2145550102,Door,",
      "2145550103,Hall,",
      "2145550107,Attic,",
    ]),
  );
  await review();
  await commit("Import 4 rows");
  const grid = await openNumbers();
  await write(grid, "+1 214-555-0101", "Mine");
  await write(grid, "+1 214-555-0102", "Mine, too");
});

test("shows the three values of a field that was changed since, and forbids an illegal step", async () => {
  await host.drop(
    await list("april.csv", ["2145550101,Foyer,Not started", "2145550102,Gate,", "2145550103,Hall,"]),
  );
  await review();
  await expect(page.getByText("3 fields are in conflict")).toBeVisible();
  await page.getByRole("button", { name: /^Conflicts/ }).click();
  const grid = new Grid(page, "Rows to import");
  await grid.expectRows(2);
  await (await grid.cell("2145550101", "Phone number")).click();
  const description = page.getByRole("group", { name: "Description" });
  await expect(description).toHaveText("DescriptionNowMineFileFoyerLast importLobby");
  const status = page.getByRole("group", { name: "Porting status" });
  await expect(status).toContainText("NowPortedFileNot started");
  await expect(status).toContainText("A rule forbids this step; it stays as it is.");
  for (const choice of await status.getByRole("radio").all()) await expect(choice).toBeDisabled();
});

test("stores the side that was chosen for each field", async () => {
  const grid = new Grid(page, "Rows to import");
  await page.getByLabel("Take Description from the file: Foyer").check();
  await (await grid.cell("2145550102", "Phone number")).click();
  await expect(page.getByLabel("Keep Description as it is now: Mine, too")).toBeChecked();
  await page.getByLabel("Take Description from the file: Gate").check();
  await page.getByLabel("Keep Description as it is now: Mine, too").check();
  await commit("Import 1 row");
  await expectFacts(page, { New: "0", Updated: "1", Unchanged: "2", Rejected: "0" });
  const numbers = await openNumbers();
  await expect(await numbers.cell("+1 214-555-0101", "Description")).toHaveText("Foyer");
  await expect(await numbers.cell("+1 214-555-0101", "Porting status")).toHaveText("Ported");
  await expect(await numbers.cell("+1 214-555-0102", "Description")).toHaveText("Mine, too");
});

test("leads from a number to the import that brought it, with the name of who imported", async () => {
  const grid = await openNumbers();
  await (await grid.cell("+1 214-555-0102", "Number")).click();
  await page.getByRole("button", { name: "Details" }).click();
  await page.getByRole("link", { name: "march.csv, march, row 3" }).click();
  await expect(page.getByRole("heading", { name: "march.csv" })).toBeVisible();
  await page.getByRole("link", { name: "Imports", exact: true }).first().click();
  await expect(page.getByRole("row", { name: /march\.csv/ })).toContainText("Test Person");
});

test("takes several files from one dialog, and pasted cells beside them", async () => {
  await page.evaluate(() => {
    window.location.hash = "/import";
  });
  await host.answerDialog(
    await list("may.csv", ["2145550104,Gym,"]),
    await list("june.csv", ["2145550105,Pool,"]),
  );
  await page.getByRole("button", { name: "Choose files…" }).click();
  await expect(page.getByRole("region", { name: "june.csv" })).toBeVisible();
  // A paste into a field is a paste into that field.
  await paste(page.getByLabel("Country"), "Telephone Number\r\n2145550199\r\n");
  await expect(page.getByRole("region", { name: /^Pasted cells/ })).toHaveCount(0);
  await paste(page.locator("body"), "Telephone Number\tDescription\r\n2145550106\tRoof\r\n");
  await expect(page.getByRole("region", { name: "Pasted cells" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Import: may.csv and 2 more");
  await review();
  await commit("Import 3 rows");
  const grid = await openNumbers();
  await expect(await grid.cell("+1 214-555-0106", "Description")).toHaveText("Roof");
});

test("reads a file anew that is saved and dropped again", async () => {
  const path = await list("fresh.csv", ["2145550108,Cellar,"]);
  await host.drop(path);
  await expect(page.getByRole("cell", { name: "Cellar" })).toBeVisible();
  await review();
  const grid = new Grid(page, "Rows to import");
  await expect(grid.row("Cellar")).toBeVisible();
  await list("fresh.csv", ["2145550108,Garage,", "2145550109,Garden,"]);
  await host.drop(path);
  await expect(page.getByRole("button", { name: "Import 2 rows" })).toBeEnabled();
  await expect(grid.row("Garage")).toBeVisible();
  await expect(grid.row("Cellar")).toHaveCount(0);
  await goTo(page, "Migrations");
});

test("stops an import half-way: nothing of it is stored", async () => {
  const lines = Array.from({ length: MANY }, (_, index) => `214${5_560_000 + index},Line ${index},`);
  await host.drop(await list("many.csv", lines));
  await review();
  await page.getByRole("button", { name: "Import 20,000 rows" }).click();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("The import was stopped. Nothing was stored.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Import 20,000 rows" })).toBeEnabled();
  await (await openNumbers()).expectRows(7);
  await goToTab(page, "Imports");
  await expect(page.getByRole("row", { name: /many\.csv/ })).toHaveCount(0);
});

test("undoes what it can, and names what stays and why", async () => {
  await makeOrder("+12145550103", "EXAMPLE-7");
  await goToTab(page, "Imports");
  await page.getByRole("link", { name: "march.csv" }).click();
  await page.getByRole("button", { name: "Undo this import…" }).click();
  const dialog = openDialog(page);
  await expect(dialog.getByRole("row", { name: /^Phone numbers/ })).toHaveText("Phone numbers103");
  const kept = dialog.getByRole("region", { name: "3 records stay as they are" });
  await expect(kept.getByRole("row", { name: /555-?0103/ })).toContainText("EXAMPLE-7");
  await dialog.getByRole("button", { name: "Undo the import" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Undone", { exact: true })).toBeVisible();
  const grid = await openNumbers();
  await grid.expectRows(6);
  await expect(grid.row("+1 214-555-0107")).toHaveCount(0);
  await expect(grid.row("+1 214-555-0103")).toContainText("EXAMPLE-7");
});

/** Writes a list of numbers with a header, and gives its path. */
async function list(name: string, lines: string[]): Promise<string> {
  const path = join(host.home, name);
  await writeFile(path, ["Telephone Number,Description,Porting Status", ...lines, ""].join("\n"));
  return path;
}

/** Puts text on the clipboard and pastes it there; a page of its own may not reach the real clipboard. */
async function paste(where: Locator, text: string) {
  await where.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** An order over one number; what its making takes is another journey. */
async function makeOrder(number: string, pon: string) {
  const [customer] = await host.call("customer_list", {});
  const [detail] = await host.call("migration_list", {});
  if (!customer || !detail) throw new Error("There is no migration.");
  const account = await host.call("losing_account_add", {
    customerId: customer.id,
    siteId: null,
    carrierName: "Old Telephone Company",
    nameOnAccount: "Example Corporation, Inc.",
    csrAddress: null,
    dba: null,
    billingAddress: null,
    accountNumber: null,
    pin: null,
    btn: "+12145550199",
    csrDate: null,
    billDate: null,
  });
  const query = { offset: 0, limit: 10, sort: [], filters: [], search: number };
  const { rows } = await host.call("number_page", { migrationId: detail.migration.id, ...query });
  await host.call("port_order_add", {
    migrationId: detail.migration.id,
    losingAccountId: account.id,
    phoneNumberIds: rows.map(({ id }) => id),
    scope: "partial",
    pon,
    desiredDate: null,
    newBtn: null,
    signerContactId: null,
    resporgId: null,
    notes: null,
  });
}

/** From the files to the review. */
async function review() {
  for (const step of ["2. Columns", "3. Values", "4. Review"]) {
    await page.getByRole("button", { name: "Continue" }).click({ timeout: 60_000 });
    await expect(page.getByRole("button", { name: step })).toHaveAttribute("aria-current", "page");
  }
}

async function commit(button: string) {
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByRole("heading", { name: "Rejected rows" })).toBeVisible();
}

async function openNumbers(): Promise<Grid> {
  await goTo(page, "Migrations");
  await page.getByRole("link", { name: "Teams Phone" }).click();
  await goToTab(page, "Numbers");
  return new Grid(page, "Phone numbers");
}

/** Types into the description of a number. */
async function write(grid: Grid, number: string, text: string) {
  const cell = await grid.cell(number, "Description");
  await cell.click();
  await grid.press("F2");
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await expect(cell).toHaveText(text);
}
