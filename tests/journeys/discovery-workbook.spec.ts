/**
 * A site's discovery goes to the customer as a workbook and comes back: only what was filled in comes in, what both
 * sides changed is asked about, and a workbook with a problem stores nothing.
 */
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import type { Host } from "./host";
import { settled, show } from "./places";
import { Spreadsheet } from "./spreadsheet";
import { Story } from "./story";
import { skipWithoutServer, test } from "./workspaces";

const CIRCUITS = "Trunks and circuits";

test.describe.configure({ mode: "serial" });
skipWithoutServer();

/** Nothing when the story is skipped. */
let story: Story | undefined;
let host: Host;
let page: Page;
let site: string;
/** The workbook as it was exported, and as the customer sends it back. */
let exported: string;
let returned: string;

test.beforeAll(async ({ browser, workspaceKind }) => {
  story = await Story.begin(browser, workspaceKind);
  ({ host, page } = story);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await story.makeEmptyWorkspace();
  exported = join(host.home, "clinic.xlsx");
  returned = join(host.home, "clinic returned.xlsx");
  site = await makeSite();
});

test.afterAll(() => story?.end());

test("exports what is known", async () => {
  await show(page, `/sites/${site}`);
  await host.answerDialog(exported);
  await chooseInMenu("Export workbook…");
  await expect(page.getByText("Saved as clinic.xlsx.")).toBeVisible();
});

test("says of an unchanged workbook that it brings nothing new", async () => {
  await readBack(exported);
  await expect(page.getByText("The workbook says nothing new")).toBeVisible();
  await page.getByRole("button", { name: "Back to the site" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Clinic");
});

test("names the cell that cannot be read, and stores nothing", async () => {
  const book = await fillIn();
  book.write(CIRCUITS, book.find(CIRCUITS, "Contract ends", "Old Telephone Company"), "next summer");
  await book.save(returned);
  await readBack(returned);
  const problems = page.getByRole("region", { name: "Problems in the workbook" });
  await expect(problems.getByRole("row", { name: /next summer/ })).toContainText(
    /Trunks and circuits!\w+\d+/,
  );
  await expect(page.getByRole("button", { name: /^Store/ })).toBeDisabled();
  await expectAccessible(page, "a workbook with a problem");
});

test("shows three values where both sides changed, and waits for an answer", async () => {
  const { circuits } = await host.call("site_discovery", { id: site });
  const [circuit] = circuits;
  if (!circuit) throw new Error("There is no circuit.");
  const { id, revision, carrierName, kind, contractEnd } = circuit;
  const values = { ...NO_CIRCUIT, carrierName, kind, contractEnd, monthlyCostCents: 41_000 };
  await host.call("circuit_save", { siteId: site, id, revision, values });
  await (await fillIn()).save(returned);
  await page.getByRole("button", { name: "Read again" }).click();
  await expect(page.getByRole("region", { name: "Problems in the workbook" })).toHaveCount(0);
  const cost = changes(CIRCUITS).getByRole("row", { name: /Monthly cost/ });
  await expect(cost).toContainText("$400.00$410.00$412.50");
  await expect(page.getByText("2 decisions are open.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Store/ })).toBeDisabled();
  await expectAccessible(page, "the changes of a workbook");
});

test("is decided and stored by keyboard alone", async () => {
  const cost = changes(CIRCUITS).getByRole("row", { name: /Monthly cost/ });
  await cost.getByRole("radio").first().focus();
  await page.keyboard.press("Space");
  await expect(cost.getByRole("radio").first()).toBeChecked();
  await page.keyboard.press("ArrowRight");
  await expect(cost.getByRole("radio").last()).toBeChecked();
  await tabTo(changes("Devices").getByRole("radio", { name: /keep it$/ }));
  await page.keyboard.press("ArrowRight");
  await expect(changes("Devices").getByRole("radio", { name: /remove it$/ })).toBeChecked();
  const store = page.getByRole("button", { name: "Store 4 changes" });
  await tabTo(store);
  await page.keyboard.press("Enter");
  await expect(page.getByText("4 changes were stored.")).toBeVisible();
});

test("has stored what the workbook said, in the words of the site", async () => {
  const { site: facts, circuits, devices } = await host.call("site_discovery", { id: site });
  expect(facts.mainNumber).toBe("+12145550100");
  expect(devices).toEqual([]);
  expect(circuits).toHaveLength(2);
  const [old, added] = [...circuits].sort((a, b) => a.carrierName.localeCompare(b.carrierName));
  expect(old).toMatchObject({ contractEnd: "2027-09-01", monthlyCostCents: 41_250 });
  expect(added).toMatchObject({ carrierName: "Verizon", kind: "sip" });
});

test("says of the workbook that was stored that it brings nothing new", async () => {
  await readBack(returned);
  await expect(page.getByText("The workbook says nothing new")).toBeVisible();
});

test("knows the workbook where lists are imported, and leads to its site", async () => {
  await show(page, "/import");
  await expect(page.getByText("Choose files", { exact: true })).toBeVisible();
  await host.drop(returned);
  await expect(page.getByRole("alert")).toContainText(
    "'clinic returned.xlsx' is the discovery workbook of 'Clinic'.",
  );
  await expectAccessible(page, "a discovery workbook among imports");
  await page.getByRole("link", { name: "Read it back at its site" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Workbook of Clinic");
  await expect(page.getByText("The workbook says nothing new")).toBeVisible();
});

const NO_CIRCUIT = {
  losingAccountId: null,
  circuitId: null,
  channels: null,
  btn: null,
  contractEnd: null,
  monthlyCostCents: null,
  disconnectOn: null,
  notes: null,
};

/** A clinic with a trunk and a device. */
async function makeSite(): Promise<string> {
  const customer = await host.call("customer_add", {
    name: "Example Corp",
    legalName: null,
    tenantDomain: null,
    tenantId: null,
    timeZone: null,
    isDemo: true,
    notes: null,
  });
  const { id } = await host.call("site_add", {
    customerId: customer.id,
    name: "Clinic",
    code: null,
    street: "100 Main Street",
    city: "Dallas",
    state: "TX",
    postalCode: "75201",
    country: null,
    timeZone: "America/Chicago",
    mainNumber: null,
    legacyPbx: null,
    discoveryNotes: null,
  });
  const added = { siteId: id, id: null, revision: null };
  const circuit = { ...NO_CIRCUIT, carrierName: "Old Telephone Company", kind: "pri" as const };
  await host.call("circuit_save", { ...added, values: { ...circuit, monthlyCostCents: 40_000 } });
  await host.call("device_save", {
    ...added,
    values: {
      kind: "gateway",
      vendor: "Box Makers",
      model: null,
      quantity: 1,
      isKept: false,
      location: null,
      notes: null,
    },
  });
  return id;
}

/** What the customer does: answers, corrects, adds a trunk, and takes the device out. */
async function fillIn(): Promise<Spreadsheet> {
  const book = await Spreadsheet.open(exported);
  book.write("Site facts", book.find("Site facts", "Answer", "Main number"), "(214) 555-0100");
  book.write(CIRCUITS, book.find(CIRCUITS, "Monthly cost", "Old Telephone Company"), "$412.50");
  book.write(CIRCUITS, book.find(CIRCUITS, "Contract ends", "Old Telephone Company"), "9/1/2027");
  const spare = book.find(CIRCUITS, "Kind *", "+");
  book.write(CIRCUITS, book.find(CIRCUITS, "Carrier *", "+"), "Verizon");
  book.write(CIRCUITS, spare, "sip");
  const device = book.find("Devices", "Vendor", "Box Makers");
  for (const address of book.rowOf("Devices", device)) {
    if (!address.startsWith("A")) book.write("Devices", address, "");
  }
  return book;
}

async function chooseInMenu(entry: string) {
  await settled(page);
  await page.getByRole("button", { name: "Workbook", exact: true }).click();
  await page.getByRole("menuitem", { name: entry }).click();
}

async function readBack(path: string) {
  await show(page, `/sites/${site}`);
  await host.answerDialog(path);
  await chooseInMenu("Read workbook back…");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Workbook of Clinic");
  await settled(page);
}

function changes(section: string): Locator {
  return page.getByRole("region", { name: section });
}

async function tabTo(control: Locator) {
  for (let stops = 0; stops < 40; stops++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(control).toBeFocused();
}
