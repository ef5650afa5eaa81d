/** The main job in each kind of workspace: from an empty machine to the script of the cutover, in one go. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import expectedNumbers from "../fixtures/messy-did-inventory.xlsx.expected.json";
import expectedPeople from "../fixtures/messy-user-list.xlsx.expected.json";
import { Grid } from "./grid";
import type { Host } from "./host";
import {
  choose,
  expectFacts,
  fillIn,
  fixture,
  goTo,
  goToTab,
  makeMigration,
  openDialog,
  PLACE,
  sendForm,
  TODAY,
} from "./person";
import { Story } from "./story";
import { skipWithoutServer, test } from "./workspaces";

/** Of the account the numbers leave; neither may be seen unasked. */
const SECRETS = { number: "ACC-7Q2-99817", pin: "Z8K4Q7W1" };
/** Teams lets a person hold one number; the list of people gives somebody this one as a second. */
const ONE_TOO_MANY = "2145550116";
/** Those on the list of people by the code points of their names: Łukasz comes after Zoë. */
const PEOPLE_BY_NAME = expectedPeople.accepted
  .filter(({ entity }) => entity === "end_users")
  .map(({ first_name, last_name }) => `${first_name} ${last_name}`)
  .toSorted();

test.describe.configure({ mode: "serial" });
skipWithoutServer();

/** Nothing when the story is skipped. */
let story: Story | undefined;
let host: Host;
let page: Page;

test.beforeAll(async ({ browser, workspaceKind }) => {
  story = await Story.begin(browser, workspaceKind);
  ({ host, page } = story);
});

test.afterAll(() => story?.end());

test("says who they are and begins with nothing", async () => {
  await story?.makeEmptyWorkspace();
  await expect(page.getByText("No migrations yet")).toBeVisible();
});

test("adds a customer, two sites and a migration", async () => {
  await makeMigration(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Teams Phone");
  await expect(page.getByText("Verizon · Direct Routing · Target date Mar 1, 2027")).toBeVisible();
});

test("imports the carrier's list of numbers", async () => {
  await host.drop(fixture("messy-did-inventory.xlsx"));
  await expect(page.getByLabel("Header row")).toHaveValue(String(expectedNumbers.detected.header_row));
  await expect(page.getByLabel(`Import ${expectedNumbers.detected.sheet}`)).toBeChecked();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByLabel("Becomes TN / Range")).toHaveValue("e164");
  await expect(page.getByLabel("Becomes Use")).toHaveValue("number_type");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await expectFacets({ New: 28, Rejected: 10, Ignored: 7 });
  await expectProblems(expectedNumbers.rejected.map(({ source_row, value }) => ({ row: source_row, value })));
  await page.getByRole("button", { name: "Import 28 rows" }).click();
  await expect(page.getByRole("heading", { name: "Rejected rows" })).toBeVisible();
  await expectFacts(page, { New: "28", Updated: "0", Rejected: "10" });
  await new Grid(page, "Rejected rows").expectRows(10);
});

test("imports the list of people", async () => {
  await host.drop(fixture("messy-user-list.xlsx"));
  await expect(page.getByLabel(`Import ${expectedPeople.detected.sheet}`)).toBeChecked();
  await expect(page.getByLabel("Read as")).toHaveValue("end_users");
  for (let step = 0; step < 3; step += 1) await page.getByRole("button", { name: "Continue" }).click();
  await expectFacets({ New: 13, Update: 1, Rejected: 7 });
  await page.getByRole("button", { name: "Import 14 rows" }).click();
  await expect(page.getByRole("heading", { name: "Rejected rows" })).toBeVisible();
  await expectFacts(page, { New: "13", Updated: "1", Rejected: "7" });
});

test("lists people by name, whatever order the database has for text", async () => {
  await openMigration();
  await goToTab(page, "People");
  const grid = new Grid(page, "People");
  await grid.expectRows(PEOPLE_BY_NAME.length);
  expect(await grid.column("Display name")).toEqual(PEOPLE_BY_NAME);
});

test("finds, sorts and edits numbers by keyboard", async () => {
  const grid = await openNumbers();
  await grid.expectRows(28);
  await grid.filter("Porting status", "FOC received");
  await grid.expectRows(1);
  expect(await grid.column("Number")).toEqual(["+1 800-555-0199"]);
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await grid.expectRows(28);

  await grid.press("Control+Home", "ArrowUp", "Enter", "Enter", "ArrowDown");
  await expect(grid.header("Number")).toHaveAttribute("aria-sort", "descending");
  await expect.poll(async () => (await grid.column("Number"))[0]).toBe("+442079460124");

  await search("2145550111");
  await grid.expectRows(1);
  await grid.moveTo("Disposition");
  await grid.press("F2", "R", "e", "t", "Enter");
  await expect(await grid.cell("+1 214-555-0111", "Disposition")).toHaveText("Retain");
  await grid.press("Control+z");
  await expect(await grid.cell("+1 214-555-0111", "Disposition")).toHaveText("Port");
});

test("gives a number to a person and takes one back", async () => {
  const grid = await openNumbers();
  await search("2145550111");
  await grid.expectRows(1);
  await grid.act("1 number", "Assign to a person…");
  await page.getByLabel("Search people").fill("No Did");
  await page.getByRole("button", { name: /no\.did@example\.com/ }).click();
  await expect(await grid.cell("+1 214-555-0111", "Holder")).toHaveText("No Did");
  await search(ONE_TOO_MANY);
  await expect(grid.row("+1 214-555-0116")).toBeVisible();
  await grid.act("1 number", "Take back from holder");
  await expect(await grid.cell("+1 214-555-0116", "Holder")).toHaveText("");
  await page.getByRole("button", { name: "Clear", exact: true }).click();

  const held =
    expectedPeople.accepted.filter(({ entity, e164 }) => entity === "end_users" && e164).length + 1;
  await grid.filter("Assignment", "Unassigned");
  await grid.expectRows(28 - held);
  expect(new Set(await grid.column("Holder"))).toEqual(new Set([""]));
});

test("cannot skip the steps of a number", async () => {
  const grid = await openNumbers();
  await search("2145550110");
  await grid.expectRows(1);
  await grid.act("1 number", "Change porting status…");
  const dialog = openDialog(page);
  await fillIn(dialog, { To: "Verified" });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("+12145550110");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(await grid.cell("+1 214-555-0110", "Porting status")).toHaveText("Not started");
});

test("keeps the losing account's secrets sealed and logs who looks", async () => {
  await page.getByRole("link", { name: "Example Corp" }).click();
  await page.getByRole("button", { name: "Add losing account" }).click();
  await sendForm(page, "Add losing account", {
    "Losing carrier": "Old Telephone Company",
    BTN: "+12145550199",
    "Name on account": "Example Corporation, Inc.",
    "Account number": SECRETS.number,
    "PIN or passcode": SECRETS.pin,
    ...PLACE,
    "CSR date": TODAY,
    "Bill date": TODAY,
  });
  await expect(page.getByText("••••••")).toHaveCount(2);
  await expect(page.locator("body")).not.toContainText(SECRETS.pin);
  await page.getByRole("button", { name: "Show PIN or passcode" }).click();
  await expect(page.getByText(SECRETS.pin)).toBeVisible();
  await page.getByRole("button", { name: "Hide PIN or passcode" }).click();
  await expect(page.getByText(SECRETS.pin)).toBeHidden();
  await page.getByRole("button", { name: "Add contact" }).click();
  await sendForm(page, "Add contact", {
    Role: "Authorized signer",
    Name: "Alex Example",
    "E-mail": "alex@example.com",
  });
  await goTo(page, "Activity");
  await expect(page.getByRole("row", { name: /reveal/i })).toHaveCount(1);
  await expect(page.locator("body")).not.toContainText(SECRETS.pin);
});

test("prepares an order and submits it by its checklist", async () => {
  const grid = await openNumbers();
  await grid.filter("Porting status", "Not started");
  await search("214555011");
  await grid.expectRows(8);
  await grid.press("Control+a");
  await grid.act("8 numbers", "New port order…");
  await sendForm(page, "Create order", { "Losing account": "Old Telephone Company", Scope: "Partial" });
  await expect(page.getByRole("heading", { name: /^Port order/ })).toBeVisible();
  await new Grid(page, "Numbers").expectRows(8);
  const steps = page.getByRole("region", { name: "What can happen next" });
  await page.getByRole("button", { name: "Edit order" }).click();
  await sendForm(page, "Save", { PON: "EXAMPLE-1", "Desired date": "2027-03-01" });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("EXAMPLE-1");
  await move("Ready");
  const unmet = steps.getByRole("listitem").filter({ hasText: "Not met" });
  await expect(unmet.getByRole("paragraph")).toHaveText("Send the letter of authorization first.");
  await expect(steps.getByRole("button", { name: "Move to Submitted" })).toBeDisabled();
  await move("LOA requested");
  await move("LOA signed", { "Date beside the signature": TODAY, "Signed by": "Alex Example" });
  await move("Submitted");
});

/** Moves the order on screen a step on. */
async function move(status: string, values: Record<string, string> = {}) {
  const title = `Move to ${status}`;
  await page
    .getByRole("region", { name: "What can happen next" })
    .getByRole("button", { name: title })
    .click();
  await sendForm(page, title, values);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(status);
}

test("exports the request as a workbook", async () => {
  const path = join(host.home, "request.xlsx");
  await host.answerDialog(path);
  await page.getByRole("button", { name: "Export request workbook…" }).click();
  await expect(page.getByText("Written: request.xlsx.")).toBeVisible();
  expect((await readFile(path)).subarray(0, 2).toString()).toBe("PK");
});

test("previews, keeps and saves the script of the cutover", async () => {
  await openMigration();
  await goToTab(page, "Scripts");
  await page.getByRole("button", { name: "New script" }).first().click();
  await choose(page.getByLabel("Scope"), "Port order");
  const text = page.getByTestId("script-text");
  await expect(text).toContainText("Set-CsPhoneNumberAssignment");
  await expect(text).toContainText("no.did@example.com");
  await page.getByRole("button", { name: "Generate and keep" }).click();
  await expect(page.getByText("SHA-256")).toBeVisible();
  const path = join(host.home, "cutover.ps1");
  await host.answerDialog(path);
  await page.getByRole("button", { name: "Save as…" }).click();
  await expect(page.getByText("Saved: cutover.ps1.")).toBeVisible();
  const saved = (await readFile(path, "utf8")).replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  expect(saved).toBe(await text.textContent());
  expect(saved).not.toContain(SECRETS.number);
});

test("shows all of it on the dashboard and in the activity", async () => {
  await goTo(page, "Dashboard");
  const row = page.getByRole("region", { name: "Migrations" }).getByRole("row", { name: /Teams Phone/ });
  await expect(row).toContainText("28");
  await goTo(page, "Activity");
  for (const what of [
    "Customer",
    "Site",
    "Migration",
    "Spreadsheet",
    "Losing account",
    "Port order",
    "Script",
  ]) {
    await expect(page.getByRole("row", { name: new RegExp(what) }).first()).toBeVisible();
  }
  await expect(page.locator("body")).not.toContainText(SECRETS.number);
});

async function openMigration() {
  await goTo(page, "Migrations");
  await page.getByRole("link", { name: "Teams Phone" }).click();
}

async function openNumbers(): Promise<Grid> {
  await openMigration();
  await goToTab(page, "Numbers");
  return new Grid(page, "Phone numbers");
}

async function search(text: string) {
  await page.getByRole("searchbox", { name: "Search numbers" }).fill(text);
}

/** The buttons that filter the review carry the counts. */
async function expectFacets(counts: Record<string, number>) {
  for (const [label, count] of Object.entries(counts)) {
    await expect(page.getByRole("group", { name: "Show only" }).getByText(`${label}${count}`)).toBeVisible();
  }
}

/** Each rejected row marks the cell that is wrong, with what was in it and why. */
async function expectProblems(problems: { row: number; value: string }[]) {
  await page.getByRole("button", { name: /^Rejected/ }).click();
  const grid = new Grid(page, "Rows to import");
  await grid.expectRows(problems.length);
  for (const { row, value } of problems) {
    const cell = await grid.cell(String(row), "Phone number");
    await expect(cell).toHaveText(value);
    await expect(cell).toHaveAttribute("aria-invalid", "true");
    await expect(cell).toHaveAttribute("title", /.+/);
  }
}
