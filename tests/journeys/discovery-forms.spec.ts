/** What is typed at a site: hours, holidays, contacts and answers, by the keyboard alone, in both themes. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Locator, type Page, test } from "@playwright/test";
import type { Site } from "../../ui/src/bindings/Site";
import type { SiteDiscovery } from "../../ui/src/bindings/SiteDiscovery";
import { expectAccessible, withHost } from "./axe";
import type { Host } from "./host";
import { makeWorkspace, openDialog } from "./person";
import { settled, show } from "./places";

test.use({ viewport: { width: 1024, height: 700 } });

const LUNCH_BREAK = [
  { open: "08:00", close: "12:00" },
  { open: "13:00", close: "17:00" },
];

const QUESTIONNAIRE = {
  name: "Clinic survey",
  version: 1,
  document: {
    questions: [
      {
        key: "clinic.nurse_call",
        section: "needs",
        text: "Is there a nurse call system?",
        kind: "yes_no",
        required: true,
        why: "It may ring telephones.",
      },
      {
        key: "clinic.vendor",
        section: "needs",
        text: "Which vendor looks after it?",
        kind: "choice",
        choices: ["Rauland", "Hillrom", "Other"],
      },
    ],
  },
};

withHost(async (page, host) => {
  await makeWorkspace(page, "An empty workspace");
  const site = await makeSite(host);
  const learnt = () => host.call("site_discovery", { id: site.id });
  await show(page, `/sites/${site.id}?section=site_facts`);
  await hours(page, learnt);
  await holidays(page, learnt);
  await expectAccessible(page, "hours and holidays");
  await survey(page, learnt);
  await contacts(page, site, learnt);
  await ownQuestionnaire(page, host, site);
  await asked(page, site, learnt);
});

type Learnt = () => Promise<SiteDiscovery>;

async function makeSite(host: Host): Promise<Site> {
  const nothing = { code: null, street: null, city: null, state: null, postalCode: null };
  const { id: customerId } = await host.call("customer_add", {
    name: "Clinic",
    legalName: null,
    tenantDomain: null,
    tenantId: null,
    timeZone: null,
    isDemo: true,
    notes: null,
  });
  return host.call("site_add", {
    customerId,
    name: "North clinic",
    timeZone: "America/Chicago",
    country: "US",
    mainNumber: null,
    legacyPbx: null,
    discoveryNotes: null,
    ...nothing,
  });
}

/** A lunch break, a day copied to others, a night, and what cannot be. */
async function hours(page: Page, learnt: Learnt) {
  const day = (name: string) => page.getByLabel(name, { exact: true });
  await day("Monday").focus();
  await page.keyboard.type("8-12, 1-5p");
  await page.keyboard.press("Enter");
  await expect(day("Tuesday")).toBeFocused();
  await expect(day("Monday")).toHaveValue("8 AM-12 PM, 1 PM-5 PM");
  await press(page.getByRole("button", { name: "Copy Monday to other days" }), "Enter");
  await expect(openDialog(page)).toBeVisible();
  await expectAccessible(page, "copy a day");
  await page.keyboard.press("Enter");
  await expect(openDialog(page)).toBeHidden();
  await expect(day("Friday")).toHaveValue("8 AM-12 PM, 1 PM-5 PM");

  await day("Saturday").focus();
  await page.keyboard.type("22-6");
  await page.keyboard.press("Tab");
  await expect(page.getByText("Open until 6 AM on Sunday")).toBeVisible();
  await day("Sunday").focus();
  await page.keyboard.press("Control+d");
  await expect(day("Sunday")).toHaveValue("10 PM-6 AM");
  await page.keyboard.press("Escape");
  await page.keyboard.type("5-9a");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("alert")).toContainText("overlap");
  await day("Sunday").focus();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alert")).toHaveCount(0);

  await press(page.getByRole("button", { name: "Times of Sunday" }), "Enter");
  await page.getByLabel("Open 24 hours").focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("alert")).toContainText("overlap");
  await page.keyboard.press("Space");
  await expect(day("Sunday")).toHaveValue("8 AM-5 PM");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expectAccessible(page, "times of a day");

  const { site } = await learnt();
  expect(site.businessHours).toMatchObject({
    monday: LUNCH_BREAK,
    friday: LUNCH_BREAK,
    saturday: [{ open: "22:00", close: "06:00" }],
    sunday: [{ open: "08:00", close: "17:00" }],
  });
}

/** One typed, the rest computed; the typed one stays. */
async function holidays(page: Page, learnt: Learnt) {
  const form = page.getByRole("form", { name: "Add a holiday" });
  const year = new Date().getFullYear();
  await form.getByLabel("Date").fill(`${year}-12-25`);
  await form.getByLabel("Name").focus();
  await page.keyboard.type("Staff day");
  await page.keyboard.press("Tab");
  await page.keyboard.type("8-12");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(/^Name, Staff day/)).toBeVisible();
  await press(page.getByRole("button", { name: "Add computed holidays…" }), "Enter");
  const dialog = openDialog(page);
  await expect(dialog.getByText("there already")).toHaveCount(1);
  await expectAccessible(page, "computed holidays");
  await press(dialog.getByRole("button", { name: /^Add \d+ days$/ }), "Enter");
  await expect(dialog).toBeHidden();
  const { site } = await learnt();
  const christmas = site.holidays.filter(({ date }) => date === `${year}-12-25`);
  expect(christmas).toEqual([{ name: "Staff day", date: `${year}-12-25`, open: "08:00", close: "12:00" }]);
  expect(site.holidays.length).toBeGreaterThan(30);
  const labor = page.getByLabel(/^Open on that day, Labor Day/).first();
  await labor.focus();
  await page.keyboard.type("9-1");
  await page.keyboard.press("Tab");
  await expect(labor).toHaveValue("9 AM-1 PM");
  await expect
    .poll(async () => (await learnt()).site.holidays.find(({ name }) => name === "Labor Day")?.close)
    .toBe("13:00");
}

/** Questions of the survey: one answered, one that nobody could answer. */
async function survey(page: Page, learnt: Learnt) {
  await page.getByLabel("On which days must nothing change?", { exact: true }).focus();
  await page.keyboard.type("The last week of the year");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("State: On which days must nothing change?")).toHaveValue("answered");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Front desk");
  await page.keyboard.press("Tab");
  await page.getByLabel("State: Who answers calls when the site is closed?").focus();
  await page.keyboard.type("Unk");
  await page.keyboard.press("Tab");
  await expect
    .poll(async () =>
      (await learnt()).answers.map(({ question, state, answer, saidBy }) => [
        question,
        state,
        answer,
        saidBy,
      ]),
    )
    .toEqual([
      ["site.after_hours", "unknown", null, null],
      ["site.freeze", "answered", "The last week of the year", "Front desk"],
    ]);
}

/** One of the site, who speaks for the whole company from then on, and is removed and taken back. */
async function contacts(page: Page, site: Site, learnt: Learnt) {
  await show(page, `/sites/${site.id}?section=contacts`);
  const known = async () => (await learnt()).contacts.map(({ name, kind, siteId }) => [name, kind, siteId]);
  await page.getByLabel("Name, Add a contact").focus();
  await page.keyboard.type("Alex Example");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Auth");
  await page.keyboard.press("Tab");
  await page.keyboard.type("214-555-0100");
  await page.keyboard.press("Tab");
  await expect.poll(known).toEqual([["Alex Example", "authorized_signer", site.id]]);
  await press(page.getByRole("button", { name: "Details of Alex Example" }), "Enter");
  await page.getByLabel("Speaks for").first().focus();
  await page.keyboard.type("The whole");
  await page.keyboard.press("Tab");
  await expect.poll(known).toEqual([["Alex Example", "authorized_signer", null]]);
  await expectAccessible(page, "contacts");
  await page.getByLabel("Name, Alex Example").focus();
  await page.keyboard.press("Alt+Delete");
  await expect.poll(known).toEqual([]);
  await press(page.getByRole("button", { name: "Undo" }), "Enter");
  await expect.poll(known).toEqual([["Alex Example", "authorized_signer", null]]);
}

/** Imported from a file, changed into a second version, chosen for the site. */
async function ownQuestionnaire(page: Page, host: Host, site: Site) {
  const file = join(host.home, "clinic.json");
  await writeFile(file, JSON.stringify(QUESTIONNAIRE));
  await show(page, "/questionnaires");
  await expectAccessible(page, "questionnaires");
  await host.answerDialog(file);
  await press(page.getByRole("button", { name: "Import…" }), "Enter");
  await press(page.getByRole("link", { name: "Edit Clinic survey" }), "Enter");
  await settled(page);
  await expectAccessible(page, "a questionnaire");
  await page.getByLabel("1. Question").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.getByLabel("2. Question")).toHaveValue("Is there a nurse call system?");
  await press(page.getByRole("button", { name: "Add a question" }), "Enter");
  await expect(page.getByLabel("3. Question")).toBeFocused();
  await page.keyboard.type("Who is on call at night?");
  await press(page.getByRole("button", { name: "Save as a new version" }), "Enter");
  const line = page.getByRole("row", { name: /Clinic survey/ });
  await expect(line.getByRole("cell").nth(1)).toHaveText("2");
  await show(page, `/sites/${site.id}?section=questionnaires`);
  const choice = page.getByRole("checkbox", { name: /^Clinic survey/ });
  await press(choice, "Space");
  await expect(choice).toBeChecked();
  await expectAccessible(page, "questionnaires of a site");
}

/** Its questions are asked at the site and answered there. */
async function asked(page: Page, site: Site, learnt: Learnt) {
  await show(page, `/sites/${site.id}?section=needs`);
  await page.getByLabel("Is there a nurse call system?").first().focus();
  await page.keyboard.type("Y");
  await page.keyboard.press("Tab");
  await page.getByLabel("Who is on call at night?", { exact: false }).first().focus();
  await page.keyboard.type("The head nurse");
  await page.keyboard.press("Tab");
  await expect
    .poll(async () => {
      const { answers } = await learnt();
      return answers.filter(({ question }) => question.startsWith("clinic")).map(({ answer }) => answer);
    })
    .toEqual(["yes", "The head nurse"]);
  await expectAccessible(page, "questions");
}

/** Acts on a control by a key, as somebody without a mouse does. */
async function press(control: Locator, key: string) {
  await control.focus();
  await control.press(key);
}
