/** Site discovery as a consultant fills it in at the site: by keyboard, field by field, and never typed twice. */
import { expect, type Page, test } from "@playwright/test";
import type { SiteDiscovery } from "../../ui/src/bindings/SiteDiscovery";
import { expectAccessible } from "./axe";
import { Host } from "./host";
import { writeDown } from "./learnt";
import { goTo, makeWorkspace, PLACE, sendForm } from "./person";
import { settled, show } from "./places";
import { field, newRow, row } from "./rows";

const SECTIONS = {
  site_facts: "Site facts",
  contacts: "Contacts",
  emergency: "Emergency locations",
  legacy_system: "Legacy system",
  circuits: "Trunks and circuits",
  special_lines: "Special lines",
  devices: "Devices",
  needs: "Needs",
  licenses: "Licenses",
  network: "Network",
  notes: "Notes",
};

test.use({ viewport: { width: 1024, height: 700 } });

let host: Host;
let siteId: string;

test.beforeEach(async ({ page }) => {
  host = await Host.start();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await host.open(page);
  await makeWorkspace(page, "An empty workspace");
  siteId = await makeSite(page);
});

test.afterEach(async () => host.stop());

test("rows are added and edited by keyboard alone, each field stored as it is left", async ({ page }) => {
  await showSection(page, "circuits");
  const table = page.getByRole("table", { name: "Trunks and circuits" });
  await field(newRow(table), "Carrier").focus();
  await page.keyboard.type("Old Telco");
  await page.keyboard.press("Tab");
  await page.keyboard.type("PRI");
  await page.keyboard.press("Tab");
  await page.keyboard.type("1,250.5");
  await page.keyboard.press("Tab");
  await expect(row(table, "Old Telco")).toBeVisible();
  // The element in which one types stays the same when its row is stored.
  await expect(field(row(table, "Old Telco"), "Contract end")).toBeFocused();
  await expect(field(row(table, "Old Telco"), "$ a month")).toHaveValue("1,250.50");
  await field(row(table, "Old Telco"), "Carrier").focus();
  await page.keyboard.press("Enter");
  await expect(field(newRow(table), "Carrier")).toBeFocused();
  await page.keyboard.type("Cable Co");
  await page.keyboard.press("Tab");
  await page.keyboard.type("SIP");
  await page.keyboard.press("Enter");
  await expect(field(newRow(table), "Carrier")).toBeFocused();
  await expect(row(table, "Cable Co")).toBeVisible();
  // Enter goes down in the same column, Shift+Enter up, Escape restores.
  const cost = (name: string) => field(row(table, name), "$ a month");
  await cost("Old Telco").focus();
  await page.keyboard.type("9");
  await page.keyboard.press("Escape");
  await expect(cost("Old Telco")).toHaveValue("1,250.50");
  await page.keyboard.press("Enter");
  await expect(cost("Cable Co")).toBeFocused();
  await page.keyboard.type("80");
  await page.keyboard.press("Shift+Enter");
  await expect(cost("Old Telco")).toBeFocused();
  await expect(cost("Cable Co")).toHaveValue("80.00");
  const { circuits } = await learnt();
  expect(circuits.map((it) => [it.carrierName, it.kind, it.monthlyCostCents])).toEqual([
    ["Cable Co", "sip", 8000],
    ["Old Telco", "pri", 125050],
  ]);
});

test("what was entered outlives a reload, a row that is not finished included", async ({ page }) => {
  await showSection(page, "special_lines");
  const table = page.getByRole("table", { name: "Special lines" });
  await field(newRow(table), "Location").fill("Nurse station");
  await field(newRow(table), "Number").focus();
  await expect(page.getByText("Not stored yet. Still needed: Kind.")).toBeVisible();
  await page.reload();
  await settled(page);
  await expect(field(newRow(table), "Location")).toHaveValue("Nurse station");
  await field(newRow(table), "Kind").selectOption("fax");
  await expect(row(table, "Fax, Nurse station")).toBeVisible();
  await field(row(table, "Fax"), "Number").fill("214-555-019");
  await row(table, "Fax").getByRole("button", { name: "Details of Fax" }).click();
  await field(row(table, "Fax"), "Owner").fill("Front desk");
  await field(row(table, "Fax"), "Owner").blur();
  // Refused: it stays in its field beside the reason, and the next field is stored all the same.
  await expect(page.getByRole("alert")).toContainText("'214-555-019' is not a telephone number");
  await expect(field(row(table, "Fax"), "Number")).toHaveValue("214-555-019");
  await expect.poll(async () => (await learnt()).specialLines[0]?.owner).toBe("Front desk");
  await field(row(table, "Fax"), "Number").fill("214-555-0190");
  await field(row(table, "Fax"), "Number").blur();
  await expect(row(table, "Fax, +1 214-555-0190, Nurse station")).toBeVisible();
  await page.reload();
  await settled(page);
  await expect(field(row(table, "Fax"), "Number")).toHaveValue("+1 214-555-0190");
  await expect(newRow(table)).toHaveCount(1);
  await expect(field(newRow(table), "Location")).toHaveValue("");
});

test("two people in one field choose between both values", async ({ page }) => {
  const device = { kind: "desk_phone", quantity: 4, isKept: true, location: null, notes: null } as const;
  const values = { ...device, vendor: "Yealink", model: null };
  const stored = await host.call("device_save", { siteId, id: null, revision: null, values });
  await showSection(page, "devices");
  const table = page.getByRole("table", { name: "Devices" });
  const location = field(row(table, "Desk phone"), "Location");
  await location.fill("Hall");
  const theirs = { ...values, location: "Lobby", quantity: 6 };
  await host.call("device_save", { siteId, id: stored.id, revision: stored.revision, values: theirs });
  await location.blur();
  const notice = page
    .getByRole("alert")
    .filter({ hasText: "Location was changed by somebody else to “Lobby”." });
  await expect(notice).toContainText("You have entered “Hall”.");
  await notice.getByRole("button", { name: "Keep mine" }).click();
  await expect(notice).toBeHidden();
  await expect.poll(async () => (await learnt()).devices[0]).toMatchObject({ location: "Hall", quantity: 6 });
  await expect(field(row(table, "Desk phone"), "Quantity")).toHaveValue("6");
});

test("a row that was removed comes back when that is undone", async ({ page }) => {
  await host.call("license_save", {
    siteId,
    id: null,
    revision: null,
    values: { sku: "MCOEV", quantity: 30, assigned: 4, monthlyCostCents: 800, isNew: true, notes: null },
  });
  await showSection(page, "licenses");
  const table = page.getByRole("table", { name: "Licenses" });
  await field(row(table, "MCOEV"), "On hand").focus();
  await page.keyboard.press("Alt+Delete");
  await expect(row(table, "MCOEV")).toHaveCount(0);
  await expect(field(newRow(table), "License")).toBeFocused();
  expect((await learnt()).licenses).toEqual([]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(field(row(table, "MCOEV"), "$ each a month")).toHaveValue("8.00");
  expect((await learnt()).licenses).toMatchObject([{ sku: "MCOEV", quantity: 30, assigned: 4, isNew: true }]);
});

test("what is missing leads to its field", async ({ page }) => {
  const circuit = {
    carrierName: "Old Telco",
    kind: "pri",
    circuitId: null,
    channels: 23,
    btn: null,
  } as const;
  const unknown = { losingAccountId: null, contractEnd: null, monthlyCostCents: null, disconnectOn: null };
  await host.call("circuit_save", {
    siteId,
    id: null,
    revision: null,
    values: { ...circuit, ...unknown, notes: null },
  });
  await goTo(page, "Sites");
  await page.getByRole("link", { name: "Dallas HQ" }).click();
  const parts = page.getByRole("navigation", { name: "Parts of the discovery" });
  await parts.getByRole("link", { name: "Site facts" }).focus();
  for (let down = 0; down < 4; down += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Trunks and circuits" })).toBeVisible();
  const missing = page.getByRole("region", { name: "What is missing" });
  await missing.getByRole("link", { name: "The disconnect date of the PRI of Old Telco" }).click();
  await expect(page.getByLabel("Disconnect on, PRI Old Telco")).toBeFocused();
  await missing.getByRole("link", { name: "Nobody has said that this is all" }).click();
  await expect(page.getByRole("radio", { name: "Open" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  const circuits = parts.getByRole("link", { name: "Trunks and circuits" });
  await expect(circuits).toContainText("Answered");
  const saidBy = page.getByLabel("Said by", { exact: true });
  await saidBy.fill("Front desk");
  await saidBy.blur();
  await expect
    .poll(async () => (await learnt()).sections)
    .toMatchObject([{ section: "circuits", state: "answered", saidBy: "Front desk" }]);
});

test("a section begins at its top, wherever the one before was left", async ({ page }) => {
  await showSection(page, "special_lines");
  await page.getByRole("link", { name: "Nobody has said that this is all" }).scrollIntoViewIfNeeded();
  await expect(page.getByRole("heading", { level: 2, name: SECTIONS.special_lines })).not.toBeInViewport();
  await page.getByRole("link", { name: "Network" }).click();
  await expect(page.getByRole("heading", { level: 2, name: SECTIONS.network })).toBeInViewport();
});

test("a viewer finds nothing to change", async ({ page }) => {
  await writeDown(host, siteId);
  const viewer = { displayName: "Vera Viewer", email: "vera@example.com", role: "viewer" } as const;
  const { id } = await host.call("member_add", viewer);
  await host.call("member_choose", { id });
  await page.reload();
  for (const section of Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]) {
    await showSection(page, section);
    await openDetails(page);
    await expect(newRow(page.locator(".discovery"))).toHaveCount(0);
    expect.soft(await changeable(page), section).toEqual([]);
  }
});

test.describe("by touch", () => {
  test.use({ hasTouch: true });
  test("every section is accessible in both themes and large enough for a finger", async ({ page }) => {
    test.slow();
    await writeDown(host, siteId);
    for (const section of Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]) {
      await showSection(page, section);
      await openDetails(page);
      await expectAccessible(page, section);
      expect.soft(await small(page), section).toEqual([]);
      expect.soft(await isWide(page), `${section} needs no scrolling to the side`).toBe(false);
    }
    await show(page, "/sites");
    await expectAccessible(page, "sites");
  });
});

async function makeSite(page: Page): Promise<string> {
  await goTo(page, "Customers & sites");
  await page.getByRole("button", { name: "Add customer" }).click();
  await sendForm(page, "Add customer", { Name: "Example Corp" });
  await page.getByRole("button", { name: "Add site" }).click();
  await sendForm(page, "Add site", { Name: "Dallas HQ", ...PLACE, "Time zone": "America/Chicago" });
  const [site] = await host.call("site_discovery_list", { customerId: null });
  if (!site) throw new Error("There is no site.");
  return site.siteId;
}

async function showSection(page: Page, section: keyof typeof SECTIONS) {
  await show(page, `/sites/${siteId}?section=${section}`);
  await expect(page.getByRole("heading", { level: 2, name: SECTIONS[section] })).toBeVisible();
}

async function openDetails(page: Page) {
  for (const button of await page.getByRole("button", { name: /^Details of/ }).all()) await button.click();
}

function learnt(): Promise<SiteDiscovery> {
  return host.call("site_discovery", { id: siteId });
}

/** Fields and buttons that would change something. */
function changeable(page: Page): Promise<string[]> {
  return page.locator(".discovery").evaluate((root) => {
    const looks = /^(Details|Times) of /;
    const controls = root.querySelectorAll<HTMLElement>(
      "input:enabled:not([readonly]), select:enabled, textarea:enabled:not([readonly]), button:enabled",
    );
    const names = [...controls].map((control) => control.getAttribute("aria-label") ?? control.outerHTML);
    return names.filter((name) => !looks.test(name));
  });
}

/** Controls that are too small to be touched; a link within a sentence is as high as its line. */
function small(page: Page): Promise<string[]> {
  return page.locator(".discovery").evaluate((root) => {
    const controls = root.querySelectorAll<HTMLElement>("button, input, select, textarea, a:not(p a)");
    const isSmall = (control: HTMLElement) => {
      const target = control.matches('[type="checkbox"]')
        ? (control.closest("td, label") ?? control)
        : control;
      const { width, height } = target.getBoundingClientRect();
      return width > 0 && (width < 32 || height < 32);
    };
    return [...controls].filter(isSmall).map((control) => control.outerHTML.slice(0, 120));
  });
}

function isWide(page: Page): Promise<boolean> {
  return page.locator(".discovery").evaluate((root) =>
    [...root.querySelectorAll("*")].some((part) => {
      const scrolls = ["auto", "scroll"].includes(getComputedStyle(part).overflowX);
      return scrolls && part.scrollWidth > part.clientWidth + 1;
    }),
  );
}
