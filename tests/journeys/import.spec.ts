/** Importing by somebody who knows Excel: several files at once, mended in place, committed, and taken back. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { Grid } from "./grid";
import { Host } from "./host";
import { expectFacts, fixture, makeMigration, makeWorkspace, openDialog } from "./person";
import { settled } from "./places";

test.describe.configure({ mode: "serial" });

let host: Host;
let page: Page;
let grid: Grid;

test.beforeAll(async ({ browser }) => {
  host = await Host.start();
  page = await browser.newPage();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await host.open(page);
  await makeWorkspace(page, "An empty workspace");
  await makeMigration(page);
  grid = new Grid(page, "Rows to import");
});

test.afterAll(async () => {
  await page.close();
  await host.stop();
});

test("drops several files: what can be read goes on, what cannot says why", async () => {
  await host.drop(
    fixture("messy-did-inventory.xlsx"),
    fixture("imports/messy-site-survey.xlsx"),
    join(__dirname, "../../crates/sheet/tests/fixtures/bad/docx-renamed.xlsx"),
  );
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Import: messy-did-inventory.xlsx and 2 more",
  );
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("1 file cannot be imported");
  await expect(alert).toContainText("docx-renamed.xlsx");
  await alert.getByRole("button", { name: "Close" }).click();
  await expect(alert).toBeHidden();
  await expect(page.getByLabel("Import Sheet1")).toBeChecked();
  await expect(page.getByLabel("Import Sheet2")).toBeDisabled();
});

test("leaves sheets out, and moves the header by a click on a row", async () => {
  const survey = page.getByRole("region", { name: "messy-site-survey.xlsx" });
  for (const box of await survey.getByRole("checkbox").all()) await box.uncheck();
  await settled(page);
  await page.getByRole("button", { name: /^Sheet1/ }).click();
  const header = page.getByLabel("Header row");
  await expect(header).toHaveValue("5");
  await page.getByRole("button", { name: "Make row 6 the header" }).click();
  await expect(header).toHaveValue("6");
  await page.getByRole("button", { name: "Make row 5 the header" }).click();
  await expect(header).toHaveValue("5");
  await expect(page.getByLabel("Value for BTN", { exact: true })).toHaveValue("(214) 555-0199");
});

test("maps columns by keyboard, and what was unmapped stays unmapped", async () => {
  await page
    .getByRole("navigation", { name: "Steps of the import" })
    .getByRole("button", { name: "1. Sheets" })
    .focus();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(page.getByRole("heading", { name: "Columns" })).toBeFocused();
  const assigned = page.getByLabel("Becomes Assigned To");
  await expect(assigned).toHaveValue("description");
  await assigned.selectOption({ label: "Not imported" });
  await settled(page);
  await page.getByRole("button", { name: /^Only unmapped/ }).click();
  await expect(page.getByLabel(/^Becomes /)).toHaveCount(1);
  await page.getByRole("button", { name: /^All/ }).click();
  await page.getByLabel(/^Month first/).check();
  await page.getByLabel("Save this mapping as").fill("Carrier inventory");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "Values" })).toBeFocused();
  await expect(page.getByLabel("Means: VZ")).toHaveValue("verizon");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Review" })).toBeFocused();
  await expectFacets({ New: 28, Rejected: 10, Ignored: 7 });
});

test("shows only the rows with a problem, and all of them again", async () => {
  const facets = page.getByRole("group", { name: "Show only" });
  await facets.getByRole("button", { name: /^With problems/ }).click();
  await expect(grid.element).toHaveAttribute("aria-busy", "false");
  const outcomes = await grid.column("Outcome");
  expect(outcomes.length).toBeGreaterThan(10);
  expect(outcomes.length).toBeLessThan(38);
  for (const problem of await grid.column("Problems")) expect(problem).not.toBe("");
  await facets.getByRole("button", { name: /^All/ }).click();
  await grid.expectRows(38);
});

test("fixes a cell in place, undoes it and does it again", async () => {
  await page.getByRole("button", { name: /^Rejected/ }).click();
  await grid.expectRows(10);
  await (await grid.cell("16", "Phone number")).click();
  await grid.press("F2");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("214-555-0160 to 0169");
  await page.keyboard.press("Enter");
  await expectFacets({ New: 38, Rejected: 9 });
  await grid.press("Control+z");
  await expectFacets({ New: 28, Rejected: 10 });
  await grid.press("Control+y");
  await expectFacets({ New: 38, Rejected: 9 });
});

test("finds and replaces with a preview, and fixes all of a problem", async () => {
  await page.keyboard.press("Control+h");
  const dialog = openDialog(page);
  await dialog.getByLabel("Find", { exact: true }).fill("0149 thru 0140");
  await dialog.getByLabel("Replace with").fill("0140 thru 0149");
  await expect(dialog.getByRole("status")).toHaveText("1 cell would change.");
  await expect(dialog.getByRole("row").nth(1)).toHaveText("214-555-0149 thru 0140214-555-0140 thru 0149");
  await dialog.getByRole("button", { name: "Replace all" }).click();
  await expectFacets({ New: 48, Rejected: 8 });
  await page.getByRole("button", { name: /^Invalid number/ }).click();
  await page.getByRole("button", { name: "Fix all 1" }).click();
  await expectFacets({ New: 49, Rejected: 7 });
});

test("commits, and shows what was refused", async () => {
  await expect(page.getByText("saves the mapping “Carrier inventory”")).toBeVisible();
  await page.getByRole("button", { name: "Import 49 rows" }).click();
  await expect(page.getByRole("heading", { name: "Rejected rows" })).toBeVisible();
  await expectFacts(page, { New: "49", Updated: "0", Rejected: "7" });
  await new Grid(page, "Rejected rows").expectRows(7);
});

test("saves the rejected rows as a workbook", async () => {
  const path = join(host.home, "rejected.xlsx");
  await host.answerDialog(path);
  await page.getByRole("button", { name: "Save rejected rows…" }).click();
  await expect(page.getByText("Saved rejected.xlsx.")).toBeVisible();
  expect((await readFile(path)).subarray(0, 2).toString()).toBe("PK");
});

test("knows the file again, and the mapping that was saved for its header", async () => {
  await host.drop(fixture("messy-did-inventory.xlsx"));
  await expect(page.getByLabel("Mapping")).toHaveValue(/.+/);
  await expect(page.getByRole("button", { name: "Use the suggestion instead" })).toBeVisible();
  await page.getByRole("button", { name: "2. Columns" }).click();
  await expect(page.getByLabel("Becomes Assigned To")).toHaveValue("");
  await page.getByRole("button", { name: "4. Review" }).click();
  const link = page.getByRole("link", { name: /^the import of/ });
  await expect(link).toBeVisible();
  await expectFacets({ New: 0, Unchanged: 28 });
  await link.click();
  await expect(page.getByRole("heading", { name: "Rejected rows" })).toBeVisible();
});

test("undoes the import after saying what goes", async () => {
  await page.getByRole("button", { name: "Undo this import…" }).click();
  const dialog = openDialog(page);
  await expect(dialog.getByRole("row", { name: /^Phone numbers/ })).toHaveText("Phone numbers4900");
  await dialog.getByRole("button", { name: "Undo the import" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Undone", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo this import…" })).toBeHidden();
  await page.getByRole("link", { name: "Numbers", exact: true }).first().click();
  await expect(page.getByText("No numbers here")).toBeVisible();
});

/** The buttons that filter the review carry the counts. */
async function expectFacets(counts: Record<string, number>) {
  const facets = page.getByRole("group", { name: "Show only" });
  for (const [label, count] of Object.entries(counts)) {
    await expect(facets.getByText(`${label}${count}`, { exact: true })).toBeVisible();
  }
}
