/** A clinic in each kind of workspace: the first visit, the gates that refuse and then open, and a program that is killed. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { Grid } from "./grid";
import { choose, goTo, goToTab, openDialog, PLACE, sendForm } from "./person";
import { photo } from "./photos";
import { settled } from "./places";
import { field, newRow, row } from "./rows";
import { Story } from "./story";
import { skipWithoutServer, test } from "./workspaces";

const FAX = "Fax, +1 214-555-0191, Nurse station";
const UNDECIDED = "Nobody has decided what becomes of the fax line +12145550191 (Nurse station).";
const REASON = "The clinic decides about its fax next week";
/** Every question without an answer to which a migration does not leave discovery, by section. */
const ANSWERS: Record<string, Record<string, string>> = {
  "Site facts": { "On which days must nothing change?": "The last week of the year" },
  Contacts: {
    "Has the carrier confirmed the authorized signer by name?": "Yes",
    "Who decides on the day of the cutover whether to go ahead or to go back?": "Alex Example",
  },
  "Emergency locations": {
    "Does every telephone reach emergency services without a prefix today?": "Yes",
    "Who is told when somebody calls emergency services?": "The front desk",
  },
  "Legacy system": {
    "Is there a current backup or printout of the configuration?": "No",
    "Which programs are connected to it, such as a CRM, a hotel system or a nurse call?": "Nurse call",
  },
  "Trunks and circuits": {
    "Does a circuit to be disconnected also carry internet or data?": "No",
    "Do toll-free numbers ring here?": "No",
    "Is the latest bill of every carrier at hand?": "Yes",
  },
  "Special lines": {
    "How is fax used?": "In a clinical or legal process",
    "Do fire or burglar alarms dial out over a telephone line?": "No",
    "Is there an elevator with an emergency telephone?": "Yes",
    "Do doors or gates ring a telephone or open by one?": "No",
  },
  Needs: { "Are calls recorded?": "No", "Is there overhead paging?": "No", "Is there a call center?": "No" },
  Licenses: { "Does everybody who gets a number have a Teams Phone license?": "Yes" },
  Network: {
    "How many Mbit/s does the internet connection carry upstream?": "100",
    "Are UDP ports 3478 to 3481 open to Microsoft 365?": "Yes",
  },
};

test.describe.configure({ mode: "serial" });
test.use({ viewport: { width: 1024, height: 700 } });
skipWithoutServer();

/** Nothing when the story is skipped. */
let story: Story | undefined;
let page: Page;

test.beforeAll(async ({ browser, workspaceKind }) => {
  story = await Story.begin(browser, workspaceKind);
  ({ page } = story);
});

test.afterAll(() => story?.end());

test("adds a clinic and begins its discovery", async () => {
  await story?.makeEmptyWorkspace();
  await goTo(page, "Customers & sites");
  await page.getByRole("button", { name: "Add customer" }).click();
  await sendForm(page, "Add customer", {
    Name: "Clinic",
    "Demonstration customer (fictitious numbers are allowed in port orders)": true,
  });
  await page.getByRole("button", { name: "Add site" }).click();
  await sendForm(page, "Add site", { Name: "North clinic", ...PLACE, "Time zone": "America/Chicago" });
  await page.getByRole("link", { name: "Add migration" }).click();
  const migration = { Site: "Clinic / North clinic", Name: "Teams Phone", "Gaining carrier": "Verizon" };
  await sendForm(page, "Add migration", migration);
  await ask("Discovery");
  await expectStatus("Discovery");
});

test("writes down hours with a break for lunch, from Monday to Friday", async () => {
  await openSection("Site facts");
  const day = (name: string) => page.getByLabel(name, { exact: true });
  await day("Monday").fill("8-12, 13-17");
  await day("Monday").press("Enter");
  await page.getByRole("button", { name: "Copy Monday to other days" }).click();
  await openDialog(page).getByRole("button", { name: "Copy" }).click();
  await expect(openDialog(page)).toBeHidden();
  for (const name of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"])
    await expect(day(name)).toHaveValue("8 AM-12 PM, 1 PM-5 PM");
  await expect(day("Saturday")).toHaveValue("");
});

test("writes down two trunks, the elevator's line and a fax that nobody has decided about", async () => {
  await openSection("Trunks and circuits");
  await addRow({ Carrier: "Old Telco", Kind: "PRI" }, "Old Telco");
  const trunk = { "$ a month": "780.12", "Contract end": "2027-08-14", Channels: "23", BTN: "214-555-0100" };
  await enter("Old Telco", trunk);
  await addRow({ Carrier: "Cable Co", Kind: "SIP" }, "Cable Co");
  await enter("Cable Co", { "$ a month": "240", Channels: "10" });
  await openSection("Special lines");
  await addRow({ Number: "214-555-0190", Decision: "Keep", Kind: "Elevator" }, "Elevator, +1 214-555-0190");
  await addRow({ Number: "214-555-0191", Location: "Nurse station", Kind: "Fax" }, FAX);
  await expect(page.getByRole("list", { name: "Decisions" })).toHaveText(/Undecided 1.*Keep 1/);
});

test("keeps three photos with the special lines", async () => {
  const { host } = the(story);
  await host.drop(await photo(host.home, "rack.png", 1), await photo(host.home, "fax.png", 2));
  await expect(photos()).toHaveCount(2);
  await host.answerDialog(await photo(host.home, "elevator.png", 3));
  await page.getByRole("button", { name: "Add files…" }).click();
  await expectPhotos();
});

test("does not leave discovery, and is told what is missing", async () => {
  await ask("Data collection");
  const told = openDialog(page).getByRole("alert");
  await expect(told).toContainText(
    "The discovery of the site is not complete. The main number is not known. " +
      "On which days must nothing change? Nobody is named who may sign for the account. " +
      "Has the carrier confirmed the authorized signer by name? " +
      "Who decides on the day of the cutover whether to go ahead or to go back? And 20 more.",
  );
  await expect(told).toContainText("Find out what is missing, or give a reason for going on without it.");
  await expectAccessible(page, "the gate refuses");
  await openDialog(page).getByRole("button", { name: "Cancel" }).click();
  await expectStatus("Discovery");
  await openSection("Site facts");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("25 required missing");
});

test("finds out what is required, but for the fax", async () => {
  await page.getByRole("textbox", { name: "Main number" }).fill("214-555-0100");
  await openSection("Contacts");
  await addRow({ Name: "Alex Example", Role: "Authorized signer" }, "Alex Example");
  await openSection("Emergency locations");
  await addRow({ Name: "Reception" }, "Reception");
  await enter("Reception", { "House no.": "100", Street: "Main", "Street suffix": "Street" });
  await openSection("Legacy system");
  await addRow({ Vendor: "Avaya" }, "Avaya");
  for (const [section, answers] of Object.entries(ANSWERS)) {
    await openSection(section);
    for (const [question, answer] of Object.entries(answers)) {
      const asked = page.getByLabel(question, { exact: true });
      await fillOrChoose(asked, answer);
      await asked.blur();
      await expect(page.getByLabel(`State: ${question}`)).toHaveValue("answered");
    }
  }
  await expect(page.getByRole("heading", { level: 1 })).toContainText("1 required missing");
  await openSection("Special lines");
  const missing = page.getByRole("region", { name: "What is missing" }).getByRole("listitem");
  await expect(missing.filter({ hasText: "Required" })).toHaveText([new RegExp(`^${literal(UNDECIDED)}`)]);
});

test("goes on without the fax only for a reason, which is logged with what is missing", async () => {
  await ask("Data collection");
  const dialog = openDialog(page);
  await expect(dialog.getByRole("alert")).toContainText(
    `The discovery of the site is not complete. ${UNDECIDED}`,
  );
  await expect(dialog.getByRole("alert")).not.toContainText("more");
  await sendForm(page, "Move to Data collection", { Reason: REASON });
  await expectStatus("Data collection");
  await goTo(page, "Activity");
  const entry = page.getByRole("row", { name: /Migration/ }).filter({ hasText: REASON });
  await expect(entry).toContainText(
    "discovery gate overridden: Nobody has decided what becomes of the fax line",
  );
});

test("takes an account from the trunk, and the fax into a port order", async () => {
  await goTo(page, "Customers & sites");
  await page.getByRole("link", { name: "Clinic", exact: true }).click();
  await page.getByRole("button", { name: "Add losing account" }).click();
  await choose(page.getByLabel(/^Take over from a site/), "North clinic · Old Telco");
  await sendForm(page, "Add losing account", {
    "Name on account": "Clinic",
    "Account number": "CLINIC-77",
  });
  const { host } = the(story);
  const list = join(host.home, "numbers.csv");
  await writeFile(
    list,
    "Telephone Number,Description,Disposition\n2145550100,Reception,Port\n2145550191,Fax,Port\n",
  );
  await openMigration();
  await host.drop(list);
  for (let step = 0; step < 3; step += 1) await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await expect(page.getByRole("heading", { name: "Rejected rows" })).toBeVisible();
  await openMigration();
  await goToTab(page, "Numbers");
  const grid = new Grid(page, "Phone numbers");
  await grid.expectRows(2);
  await grid.press("Control+a");
  await grid.act("2 numbers", "New port order…");
  await sendForm(page, "Create order", { "Losing account": "Old Telco", Scope: "Partial", PON: "CLINIC-1" });
  await expect(page.getByRole("heading", { name: /^Port order/ })).toBeVisible();
});

test("the order is not ready before somebody decides about the fax", async () => {
  const steps = page.getByRole("region", { name: "What can happen next" });
  const ready = steps.getByRole("button", { name: "Move to Ready" });
  await expect(ready).toBeDisabled();
  await expect(steps.getByRole("listitem").filter({ hasText: "Not met" })).toContainText(
    `one objection to the numbers of the order: ${UNDECIDED}`,
  );
  await expectAccessible(page, "an order that waits");
  await openSection("Special lines");
  await enter(FAX, { Decision: "Analog adapter" });
  await goTo(page, "Port orders");
  await page.getByRole("link", { name: /CLINIC-1/ }).click();
  await expect(steps.getByText("Not met")).toHaveCount(0);
  await ready.click();
  await sendForm(page, "Move to Ready", {});
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ready");
});

test("leaves discovery without a reason once everything required is known", async () => {
  await ask("Discovery", "Asked again at the site");
  await expectStatus("Discovery");
  await ask("Data collection");
  await expectStatus("Data collection");
  await goTo(page, "Activity");
  await expect(page.getByRole("row", { name: /discovery gate overridden/ })).toHaveCount(1);
});

test("loses at most the field that is being typed when the program is killed", async () => {
  await openSection("Special lines");
  await row(table(), FAX)
    .getByRole("button", { name: /^Details of/ })
    .click();
  await leave(field(row(table(), FAX), "Owner"), "Head nurse");
  await type(field(row(table(), FAX), "Notes"), "Never stored");
  await story?.killHost();
  await openSection("Special lines");
  await row(table(), FAX)
    .getByRole("button", { name: /^Details of/ })
    .click();
  await expect(field(row(table(), FAX), "Owner")).toHaveValue("Head nurse");
  await expect(field(row(table(), FAX), "Notes")).toHaveValue("");
  await expect(field(row(table(), FAX), "Decision")).toHaveValue("analog_adapter");

  await openSection("Site facts");
  await leave(page.getByLabel("Who answers calls when the site is closed?", { exact: true }), "A service");
  await type(page.getByRole("textbox", { name: "Main number" }), "214-555-0199");
  await story?.killHost();
  await openSection("Site facts");
  await expect(page.getByLabel("Who answers calls when the site is closed?", { exact: true })).toHaveValue(
    "A service",
  );
  await expect(page.getByRole("textbox", { name: "Main number" })).toHaveValue("+1 214-555-0100");
  await leave(page.getByRole("textbox", { name: "Main number" }), "214-555-0199");
  await expect(page.getByRole("textbox", { name: "Main number" })).toHaveValue("+1 214-555-0199");
  await openPart("Files");
  await expectPhotos();
});

function the(begun: Story | undefined): Story {
  if (!begun) throw new Error("The story has not begun.");
  return begun;
}

async function openMigration() {
  await goTo(page, "Migrations");
  await page.getByRole("link", { name: "Teams Phone" }).click();
}

/** Asks the migration to move; a refusal leaves the dialog open. */
async function ask(status: string, reason = "") {
  await openMigration();
  await page.getByRole("button", { name: "Move to" }).click();
  await page.getByRole("menuitem", { name: status }).click();
  const dialog = openDialog(page);
  if (reason) await dialog.getByLabel("Reason").fill(reason);
  await dialog.getByRole("button", { name: `Move to ${status}` }).click();
}

async function expectStatus(status: string) {
  await expect(openDialog(page)).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(status);
}

async function openSection(name: string) {
  await openPart(name);
  await expect(page.getByRole("heading", { level: 2, name })).toBeVisible();
}

/** Goes to a part of the clinic by the way a person goes. */
async function openPart(name: string) {
  await goTo(page, "Sites");
  await page.getByRole("link", { name: "North clinic" }).click();
  await page.getByRole("navigation", { name: "Parts of the discovery" }).getByRole("link", { name }).click();
  await settled(page);
}

function table(): Locator {
  return page.getByRole("table").filter({ has: page.locator('[data-row="new"]') });
}

/** Fills in the new row, which is stored as soon as the required field, the last one, is left. */
async function addRow(values: Record<string, string>, name: string) {
  for (const [label, value] of Object.entries(values)) {
    const control = field(newRow(table()), label);
    await fillOrChoose(control, value);
    await control.press("Tab");
  }
  await expect(row(table(), name)).toBeVisible();
}

/** Fills in fields of a stored row, some of them among its details. */
async function enter(name: string, values: Record<string, string>) {
  const details = row(table(), name).getByRole("button", { name: /^Details of/ });
  if ((await details.getAttribute("aria-expanded")) === "false") await details.click();
  for (const [label, value] of Object.entries(values)) {
    const control = field(row(table(), name), label);
    await fillOrChoose(control, value);
    await control.blur();
  }
  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
}

async function fillOrChoose(control: Locator, value: string) {
  if ((await control.evaluate((element) => element.tagName)) === "SELECT") await choose(control, value);
  else await control.fill(value);
}

/** Types into a field key by key. */
async function type(control: Locator, text: string) {
  await control.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
  await expect(control).toHaveValue(text);
}

/** Types into a field and goes on to the next, and sees that it is stored. */
async function leave(control: Locator, text: string) {
  await type(control, text);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
}

function photos(): Locator {
  return page.getByRole("region", { name: "Photos" }).getByRole("listitem");
}

async function expectPhotos() {
  await expect(photos().locator("img")).toHaveCount(3);
  for (const name of ["rack.png", "fax.png", "elevator.png"])
    await expect(page.getByRole("button", { name: `Show ${name}`, exact: true })).toBeVisible();
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
