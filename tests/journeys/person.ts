/** What a person does on every screen: fill in a form, read facts, go to a place, act on cells of a grid. */
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";

export const ME = { name: "Test Person", email: "test.person@example.com" };

/** Where the fictitious customer sits. */
export const PLACE = { Street: "100 Main Street", City: "Dallas", State: "TX", "ZIP code": "75201" };

/** A spreadsheet of the fixtures. */
export const fixture = (name: string) => join(__dirname, "../fixtures", name);

/** The first start: says who they are and what to begin with. */
export async function makeWorkspace(
  page: Page,
  startWith: "An empty workspace" | "A demonstration workspace",
) {
  await expect(page.getByRole("heading", { name: "Who are you?" })).toBeVisible();
  await page.getByLabel("Your name").fill(ME.name);
  await page.getByLabel("Your e-mail address").fill(ME.email);
  await page.getByLabel(startWith).check();
  await page.getByRole("button", { name: "Create workspace" }).click();
  await expect(page.getByRole("heading", { name: "Dashboard" })).toBeVisible({ timeout: 30_000 });
}

/** The first start of somebody with an empty database on a server: makes it a workspace and joins it. */
export async function joinDatabase(page: Page, { hostname, port, pathname, username, password }: URL) {
  const database = pathname.slice(1);
  await page.getByRole("button", { name: "Connect to Postgres…" }).click();
  await sendForm(page, "Connect", {
    Server: hostname,
    Port: port || "5432",
    Database: database,
    "Database role": decodeURIComponent(username),
    Password: decodeURIComponent(password),
    "Prepare an empty database as a new workspace": true,
  });
  await page.getByLabel("Your name").fill(ME.name);
  await page.getByLabel("Your e-mail address").fill(ME.email);
  await page.getByRole("button", { name: "Join as a new member" }).click();
  await expect(page.getByRole("heading", { name: "Dashboard" })).toBeVisible();
  await expect(page.getByRole("link", { name: database })).toBeVisible();
}

/** Today at the customer's sites, where it may still be the day before. */
export const TODAY = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" }).format(new Date());

/** A customer with two sites, and a migration of the first; leads to the migration. */
export async function makeMigration(page: Page) {
  await goTo(page, "Customers & sites");
  await page.getByRole("button", { name: "Add customer" }).click();
  await sendForm(page, "Add customer", {
    Name: "Example Corp",
    "Demonstration customer (fictitious numbers are allowed in port orders)": true,
  });
  for (const name of ["Dallas HQ", "Plano"]) {
    await page.getByRole("button", { name: "Add site" }).click();
    await sendForm(page, "Add site", { Name: name, ...PLACE, "Time zone": "America/Chicago" });
  }
  await page.getByRole("link", { name: "Add migration" }).click();
  await sendForm(page, "Add migration", {
    Site: "Example Corp / Dallas HQ",
    Name: "Teams Phone",
    Routing: "Direct Routing",
    "Gaining carrier": "Verizon",
    "Target date": "2027-03-01",
    "Voice routing policy": "US-National",
  });
}

/** Fills in the dialog by the labels of its fields, and sends it. */
export async function sendForm(page: Page, submit: string, values: Record<string, string | boolean>) {
  const dialog = openDialog(page);
  await fillIn(dialog, values);
  await dialog.getByRole("button", { name: submit, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** The dialog that waits for an answer; news at the corner is a dialog, too, but does not wait. */
export function openDialog(page: Page): Locator {
  return page.locator('[role="dialog"]:not([aria-modal="false"])');
}

export async function fillIn(form: Locator, values: Record<string, string | boolean>) {
  for (const [label, value] of Object.entries(values)) {
    const field = fieldOf(form, label);
    if (typeof value === "boolean") await field.setChecked(value);
    else if ((await field.evaluate((element) => element.tagName)) === "SELECT") await choose(field, value);
    else await field.fill(value);
  }
}

/** Takes the first choice that begins with this text. */
export async function choose(field: Locator, text: string) {
  const choice = field
    .locator("option")
    .filter({ hasText: beginningWith(text) })
    .first();
  await field.selectOption((await choice.getAttribute("value")) ?? text);
}

/** A field by its exact label, whether or not it is marked as optional. */
export function fieldOf(form: Locator, label: string): Locator {
  return form.getByLabel(new RegExp(`${beginningWith(label).source}( ?\\(optional\\))?$`));
}

function beginningWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
}

export async function goTo(page: Page, place: string) {
  await page
    .getByRole("navigation", { name: "Main navigation" })
    .getByRole("link", { name: place, exact: true })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(place);
}

/** The value beside a term, as on the page of an import or an order. */
export function fact(page: Page, term: string): Locator {
  return page
    .locator("dl > div")
    .filter({ has: page.locator("dt", { hasText: new RegExp(`^${term}$`) }) })
    .locator("dd");
}

export async function expectFacts(page: Page, facts: Record<string, string>) {
  for (const [term, value] of Object.entries(facts)) await expect(fact(page, term)).toHaveText(value);
}

/** Goes to a part of the migration on screen. */
export async function goToTab(page: Page, name: string) {
  const tab = page
    .getByRole("navigation", { name: "Parts of the migration" })
    .getByRole("link", { name, exact: true });
  await tab.click();
  await expect(tab).toHaveAttribute("aria-current", "page");
}
