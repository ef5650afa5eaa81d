/** The pictures of the documentation, from the demonstration. Run on demand: `--grep @pictures`. */
import { join } from "node:path";
import { type Page, test } from "@playwright/test";
import { Grid } from "./grid";
import { Host } from "./host";
import { writeDown } from "./learnt";
import { fixture, makeMigration, makeWorkspace } from "./person";
import { linkTo, settled, show } from "./places";

const FOLDER = join(__dirname, "../../docs/pictures");

test("takes pictures of the demonstration @pictures", async ({ page }) => {
  await withHost(page, async () => {
    await makeWorkspace(page, "A demonstration workspace");
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
    await writeDown(host, site.siteId);
    await takeAt(page, `/sites/${site.siteId}?section=circuits`, "discovery-circuits");
    await takeAt(page, `/sites/${site.siteId}?section=special_lines`, "discovery-special-lines");
  });
});

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
