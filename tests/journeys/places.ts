/** Every screen of a workspace by its address, for whoever has to see them all. */
import { expect, type Page } from "@playwright/test";

/** Those of the sidebar, and the import. */
export const SCREENS = [
  "/",
  "/customers",
  "/sites",
  "/migrations",
  "/orders",
  "/orders?view=table",
  "/questionnaires",
  "/carriers",
  "/scripts",
  "/activity",
  "/team",
  "/settings",
  "/import",
] as const;

/** The parts of a migration. */
export const PARTS = [
  "",
  "/numbers",
  "/numbers?view=blocks",
  "/numbers?view=elsewhere",
  "/people",
  "/orders",
  "/orders/propose",
  "/problems",
  "/scripts",
  "/imports",
  "/activity",
] as const;

/** Shows a screen and waits until nothing on it is loading. */
export async function show(page: Page, address: string) {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
  await expect(page).toHaveURL((url) => url.hash === `#${address}`);
  await settled(page);
}

export async function settled(page: Page) {
  await expect(page.locator("#content")).not.toBeEmpty();
  await expect(page.getByText("Loading…")).toHaveCount(0);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** The address of the first link in the content that begins like this. */
export async function linkTo(page: Page, beginning: string): Promise<string> {
  const link = page.locator(`#content a[href*="#${beginning}"]`).first();
  return ((await link.getAttribute("href")) ?? "").replace(/^.*#/, "").replace(/\?.*$/, "");
}
