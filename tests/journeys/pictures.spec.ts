/** The pictures of the documentation, from the demonstration. Run on demand: `--grep @pictures`. */
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { Grid } from "./grid";
import { Host } from "./host";
import { writeDown } from "./learnt";
import { fixture, makeMigration, makeWorkspace } from "./person";
import { photo } from "./photos";
import { linkTo, settled, show } from "./places";
import { Spreadsheet } from "./spreadsheet";
import { WorkedExample } from "./worked-example";

const FOLDER = join(__dirname, "../../docs/pictures");

test("takes pictures of the demonstration @pictures", async ({ page }) => {
  await withHost(page, async () => {
    await makeWorkspace(page, "A demonstration workspace");
    // The demonstration goes on growing behind the first screen.
    await expect(page.getByRole("link", { name: /^0 of [1-9]/ }).first()).toBeVisible();
    await expect(page.getByText("Script generated").first()).toBeVisible();
    await settled(page);
    await take(page, "dashboard-light");
    await page.emulateMedia({ colorScheme: "dark" });
    await take(page, "dashboard-dark");
    await page.emulateMedia({ colorScheme: "light" });
    await show(page, "/migrations");
    await takeAt(page, `${await linkTo(page, "/migrations/")}/numbers`, "numbers");
    await show(page, "/orders?view=table");
    await takeAt(page, await linkTo(page, "/orders/"), "order");
    await show(page, "/scripts");
    await takeAt(page, await linkTo(page, "/scripts/"), "script");
  });
});

test("takes a picture of an import @pictures", async ({ page }) => {
  await withHost(page, async (host) => {
    await makeWorkspace(page, "An empty workspace");
    await makeMigration(page);
    await host.drop(fixture("messy-did-inventory.xlsx"));
    for (let step = 0; step < 3; step += 1) await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: "With problems" }).click();
    await settled(page);
    const grid = new Grid(page, "Rows to import");
    await (await grid.cell("15", "Phone number")).click();
    await take(page, "import-review");
  });
});

test("takes pictures of what was learnt at a site @pictures", async ({ page }) => {
  await withHost(page, async (host) => {
    await makeWorkspace(page, "An empty workspace");
    await makeMigration(page);
    const [site] = await host.call("site_discovery_list", { customerId: null });
    if (!site) throw new Error("There is no site.");
    const address = `/sites/${site.siteId}`;
    await show(page, address);
    await host.drop(await photo(host.home, "rack.png", 3), await photo(host.home, "elevator line.png", 8));
    await expect(page.getByRole("region", { name: "Photos" }).locator("img")).toHaveCount(2);
    await expect(page.getByText("2 files added")).toHaveCount(0);
    await writeDown(host, site.siteId);
    await keepHours(host, site.siteId);
    await show(page, `${address}?section=site_facts`);
    await page.getByRole("region", { name: "Holidays" }).scrollIntoViewIfNeeded();
    await take(page, "discovery-hours");
    for (const part of ["circuits", "special_lines", "files", "costs"]) {
      await takeAt(page, `${address}?section=${part}`, `discovery-${part.replace("_", "-")}`);
    }
    await page.emulateMedia({ colorScheme: "dark" });
    await takeAt(page, `${address}?section=circuits`, "discovery-circuits-dark");
    await page.emulateMedia({ colorScheme: "light" });
    await reviewWorkbook(page, host, site.siteId);
    await take(page, "discovery-workbook");
  });
});

test("takes pictures of the worked example @pictures", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const example = await WorkedExample.begin();
  const orderOf = async (host: Host, pon: string) => {
    const orders = await host.call("port_order_list", { migrationId: null });
    return `/orders/${orders.find((order) => order.pon === pon)?.id}`;
  };
  const inMigration = async (host: Host, place: string) => {
    const [migration] = await host.call("migration_list", {});
    return `/migrations/${migration?.migration.id}/${place}`;
  };
  const places = {
    problems: (host: Host) => inMigration(host, "problems"),
    blocks: (host: Host) => inMigration(host, "numbers?view=blocks"),
    proposals: (host: Host) => inMigration(host, "orders/propose"),
    reject: (host: Host) => orderOf(host, "PF-0001"),
    versions: (host: Host) => orderOf(host, "PF-0001"),
    calendar: async () => "/orders?view=calendar&day=2027-02-24",
    snapback: async () => "/",
    board: async () => "/orders?view=board",
    done: (host: Host) => inMigration(host, "numbers?view=blocks"),
  };
  try {
    for (const [name, place] of Object.entries(places)) {
      await example.showAt(page, `example-${name}`, async (host) => {
        await show(page, await place(host));
        if (name === "versions") {
          await page.getByRole("table", { name: "Versions" }).scrollIntoViewIfNeeded();
        }
        await take(page, `example-${name}`);
      });
    }
  } finally {
    await example.end();
  }
});

async function keepHours(host: Host, siteId: string) {
  const { site } = await host.call("site_discovery", { id: siteId });
  const day = [
    { open: "08:00", close: "12:00" },
    { open: "13:00", close: "17:00" },
  ];
  const businessHours = {
    ...{ monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
    ...{ saturday: [{ open: "09:00", close: "12:00" }], sunday: [] },
  };
  const holidays = [
    { name: "Thanksgiving Day", date: "2026-11-26" },
    { name: "Christmas Eve", date: "2026-12-24", open: "08:00", close: "12:00" },
  ];
  await host.call("site_hours_set", { siteId, revision: site.revision, businessHours, holidays });
}

/** A workbook that came back, after the monthly cost was changed here as well. */
async function reviewWorkbook(page: Page, host: Host, siteId: string) {
  const file = join(host.home, "clinic.xlsx");
  await show(page, `/sites/${siteId}`);
  await host.answerDialog(file);
  await page.getByRole("button", { name: "Workbook", exact: true }).click();
  await page.getByRole("menuitem", { name: "Export workbook…" }).click();
  await expect(page.getByText("Saved as clinic.xlsx.")).toBeVisible();
  await expect(page.getByText("Saved as clinic.xlsx.")).toHaveCount(0);
  const book = await Spreadsheet.open(file);
  const circuits = "Trunks and circuits";
  book.write(circuits, book.find(circuits, "Monthly cost", "Old Telco"), "$798.50");
  book.write(circuits, book.find(circuits, "Contract ends", "Old Telco"), "9/1/2027");
  book.write("Special lines", book.find("Special lines", "Number", "Nurse station"), "214-555-0192");
  await book.save(file);
  const { circuits: stored } = await host.call("site_discovery", { id: siteId });
  const old = stored.find(({ carrierName }) => carrierName === "Old Telco");
  if (!old) throw new Error("There is no such circuit.");
  const { id, revision, kind, carrierName, circuitId, channels, contractEnd } = old;
  const values = {
    ...{ carrierName, kind, circuitId, channels, contractEnd, monthlyCostCents: 79900 },
    ...{ btn: null, losingAccountId: null, disconnectOn: null, notes: null },
  };
  await host.call("circuit_save", { siteId, id, revision, values });
  await host.answerDialog(file);
  await page.getByRole("button", { name: "Workbook", exact: true }).click();
  await page.getByRole("menuitem", { name: "Read workbook back…" }).click();
  await expect(page.getByText("Changed on both sides")).toBeVisible();
  await settled(page);
}

async function withHost(page: Page, look: (host: Host) => Promise<void>) {
  const host = await Host.start();
  try {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await host.open(page);
    await look(host);
  } finally {
    await host.stop();
  }
}

async function takeAt(page: Page, address: string, name: string) {
  await show(page, address);
  await take(page, name);
}

async function take(page: Page, name: string) {
  // Away from everything that lights up below the pointer.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: "disabled" });
}
