/**
 * Every screen of the import and of a carrier's lists, with data, empty and refused: accessible in both themes, and
 * whole in a window of 1280 × 800 and in the smallest one, 1024 × 700.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, withHost } from "./axe";
import type { Host } from "./host";
import { fixture, makeMigration, makeWorkspace, openDialog } from "./person";
import { linkTo, settled, show } from "./places";

const SIZES = [
  { width: 1024, height: 700 },
  { width: 1280, height: 800 },
];
const NO_TABLE = join(__dirname, "../../crates/sheet/tests/fixtures/bad/docx-renamed.xlsx");

test.describe("the screens of an import", () => {
  withHost(async (page, host) => {
    await makeWorkspace(page, "An empty workspace");
    await makeMigration(page);
    const [detail] = await host.call("migration_list", {});
    const migration = `/migrations/${detail?.migration.id}`;
    await lookAt(page, `${migration}/imports`, "No imports yet");
    await lookAt(page, "/import", "Choose files");
    await host.drop(NO_TABLE);
    await expect(page.getByRole("alert")).toBeVisible();
    await look(page, "refused file");
    await page.getByRole("button", { name: "Other files…" }).click();
    await steps(page, host);
    await review(page);
    await commit(page);
    await lookAt(page, `${migration}/imports`, "messy-did-inventory.xlsx and 1 more");
    await conflicts(page, host, migration);
  });
});

test.describe("what is found at sites", () => {
  withHost(async (page, host) => {
    await makeWorkspace(page, "An empty workspace");
    await makeMigration(page);
    await host.drop(fixture("imports/teams-lis-locations.csv"));
    await page.getByRole("button", { name: "2. Columns" }).click();
    const question = page.getByLabel("Rows that name no site belong to");
    await expect(question).toHaveValue("");
    await look(page, "columns of emergency locations");
    await page.getByRole("button", { name: "4. Review" }).click();
    await expect(page.getByText("Site not known").first()).toBeVisible();
    await page.getByRole("button", { name: "2. Columns" }).click();
    await question.selectOption({ index: 1 });
    await page.getByRole("button", { name: "4. Review" }).click();
    await look(page, "review of emergency locations");
    await page.getByRole("button", { name: "Import 3 rows" }).click();
    await expect(page.getByRole("heading", { name: "Rejected rows" })).toBeVisible();
  });
});

test.describe("the lists of a carrier", () => {
  withHost(async (page, host) => {
    await makeWorkspace(page, "A demonstration workspace");
    await lookAt(page, "/status-sheet", "No status sheet chosen");
    await statusSheet(page, host);
    await show(page, "/customers");
    await show(page, await linkTo(page, "/customers/"));
    await page.getByRole("button", { name: /^Numbers on the account/ }).click();
    await expect(openDialog(page)).toBeVisible();
    await look(page, "no list of an account");
    await page.getByRole("button", { name: "Import a list…" }).click();
    await page.getByLabel("Date of the list").fill("2026-11-25");
    await host.answerDialog(fixture("carrier/csr-list.csv"));
    await page.getByRole("button", { name: "Choose a file…" }).click();
    await expect(openDialog(page)).toContainText("csr-list.csv");
    await look(page, "list of an account");
    await openDialog(page).getByRole("button", { name: "Import", exact: true }).click();
    await expect(page.getByRole("heading", { name: /^On the list, not in the inventory/ })).toBeVisible();
    await look(page, "difference of an account");
  });
});

async function steps(page: Page, host: Host) {
  await host.drop(fixture("messy-did-inventory.xlsx"), fixture("imports/messy-site-survey.xlsx"), NO_TABLE);
  await expect(page.getByLabel("Import Sheet1")).toBeChecked();
  await look(page, "sheets");
  await page.getByRole("button", { name: "2. Columns" }).click();
  await look(page, "columns");
  await page.getByRole("button", { name: "Saved mappings…" }).click();
  await look(page, "saved mappings");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "3. Values" }).click();
  await look(page, "values");
}

async function review(page: Page) {
  await page.getByRole("button", { name: "4. Review" }).click();
  await look(page, "review");
  await page.getByRole("button", { name: /^With problems/ }).click();
  await page.getByRole("button", { name: "Details" }).click();
  await look(page, "problems and details");
  await page.getByRole("button", { name: /^Ignored/ }).click();
  await look(page, "ignored rows");
  await page.getByRole("button", { name: "Find and replace…" }).click();
  await openDialog(page).getByLabel("Find", { exact: true }).fill("0");
  await look(page, "find and replace");
  await page.keyboard.press("Escape");
}

/** The commit is held back until it has been seen. */
async function commit(page: Page) {
  let goOn = () => {};
  const seen = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route("**/call/import_commit", async (route) => {
    await seen;
    await route.continue();
  });
  await page.getByRole("button", { name: /^Import \d+ rows$/ }).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await look(page, "commit");
  goOn();
  await expect(page.getByRole("heading", { name: "Rejected rows" })).toBeVisible();
  await look(page, "committed import");
}

/** A list comes again after somebody changed what it brought; then the first import is undone, in part. */
async function conflicts(page: Page, host: Host, migration: string) {
  const path = join(host.home, "again.csv");
  const write = (description: string) =>
    writeFile(path, `Telephone Number,Description\n2145550188,${description}\n2145550189,Hall\n`);
  await write("Lobby");
  await host.drop(path);
  await page.getByRole("button", { name: "4. Review" }).click();
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await expect(page.getByRole("heading", { name: "Rejected rows" })).toBeVisible();
  await look(page, "import without rejected rows");
  const batch = await page.evaluate(() => window.location.hash.slice(1));
  const migrationId = migration.split("/").at(-1) ?? "";
  const { rows } = await host.call("number_page", {
    ...{ migrationId, search: "2145550188", filters: [], sort: [], offset: 0, limit: 1 },
  });
  const edits = rows.map(({ id, revision }) => ({ id, revision, column: "description", value: "Mine" }));
  await host.call("number_edit", { edits });
  await write("Foyer");
  await host.drop(path);
  await page.getByRole("button", { name: "4. Review" }).click();
  await page.getByRole("button", { name: /^Conflicts/ }).click();
  await expect(page.getByRole("group", { name: "Description" })).toBeVisible();
  await look(page, "conflict");
  await show(page, batch);
  await page.getByRole("button", { name: "Undo this import…" }).click();
  await expect(openDialog(page)).toContainText("1 record stays as it is");
  await look(page, "undo");
  await page.keyboard.press("Escape");
}

/** The order of the demonstration moves; another one is unknown. */
async function statusSheet(page: Page, host: Host) {
  await host.drop(NO_TABLE);
  await expect(page.getByRole("alert")).toBeVisible();
  await show(page, "/status-sheet");
  await host.answerDialog(NO_TABLE);
  await page.getByRole("button", { name: "Choose a file…" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await look(page, "refused status sheet");
  const [order] = await host.call("port_order_list", { migrationId: null });
  const pon = order?.pon;
  const path = join(host.home, "status.csv");
  const lines = [
    "Order Number,Telephone Number,Order Status,FOC Date,Reject Reason",
    `${pon},2145550110,Rejected,,Name does not match`,
    "VZ-99120,2145550188,FOC Received,2027-01-14,",
    `${pon},214-555-0x03,FOC Received,2027-01-12,`,
  ];
  await writeFile(path, `${lines.join("\n")}\n`);
  await host.answerDialog(path);
  await page.getByRole("button", { name: "Choose a file…" }).click();
  await expect(page.getByText("VZ-99120")).toBeVisible();
  await look(page, "status sheet");
}

/** Looks at the screen that says this. */
async function lookAt(page: Page, address: string, text: string) {
  await show(page, address);
  await expect(page.getByText(text, { exact: true }).first()).toBeVisible();
  await look(page, text);
}

/** In both sizes nothing leaves the window, the wizard's way on least of all; what is long scrolls in its own part. */
async function look(page: Page, where: string) {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await settled(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(wide, `${where}: wider than ${size.width}`).toBeLessThanOrEqual(0);
    const isWizard = new URL(page.url()).hash.startsWith("#/import");
    for (const button of isWizard ? await page.locator("#content footer button").all() : []) {
      await expect.soft(button, `${where}: ${size.height} high`).toBeInViewport({ ratio: 1 });
    }
  }
  await expectAccessible(page, where);
}
