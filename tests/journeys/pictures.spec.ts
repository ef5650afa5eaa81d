/** The pictures of the documentation, from the demonstration. Run on demand: `--grep @pictures`. */
import { join } from "node:path";
import { type Page, test } from "@playwright/test";
import { Host } from "./host";
import { fixture, makeWorkspace } from "./person";
import { linkTo, settled, show } from "./places";

const FOLDER = join(__dirname, "../../docs/pictures");

test("takes the pictures @pictures", async ({ page }) => {
  const host = await Host.start();
  try {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await host.open(page);
    await makeWorkspace(page, "A demonstration workspace");
    await settled(page);
    await take(page, "dashboard-light");
    await page.emulateMedia({ colorScheme: "dark" });
    await take(page, "dashboard-dark");
    await page.emulateMedia({ colorScheme: "light" });
    await show(page, "/migrations");
    const migration = await linkTo(page, "/migrations/");
    await takeAt(page, `${migration}/numbers`, "numbers");
    await show(page, "/orders?view=table");
    await takeAt(page, await linkTo(page, "/orders/"), "order");
    await show(page, "/scripts");
    await takeAt(page, await linkTo(page, "/scripts/"), "script");
    await show(page, migration);
    await host.drop(fixture("messy-did-inventory.xlsx"));
    for (let step = 0; step < 3; step += 1) await page.getByRole("button", { name: "Continue" }).click();
    await settled(page);
    await take(page, "import-review");
  } finally {
    await host.stop();
  }
});

async function takeAt(page: Page, address: string, name: string) {
  await show(page, address);
  await take(page, name);
}

async function take(page: Page, name: string) {
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: "disabled" });
}
