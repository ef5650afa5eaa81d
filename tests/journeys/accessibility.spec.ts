/** Every screen in both themes, with data and without, through every rule of axe. */
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, withHost } from "./axe";
import type { Host } from "./host";
import { fixture, makeWorkspace, openDialog } from "./person";
import { linkTo, PARTS, SCREENS, settled, show } from "./places";

test.describe("without a workspace", () => {
  withHost(async (page) => {
    await expectAccessible(page, "welcome");
    await page.getByRole("button", { name: "Connect to Postgres…" }).click();
    await expectAccessible(page, "connect");
  });
});

test.describe("an empty workspace", () => {
  withHost(async (page) => {
    await makeWorkspace(page, "An empty workspace");
    for (const screen of SCREENS) {
      await show(page, screen);
      await expectAccessible(page, screen);
    }
    for (const [screen, button] of [
      ["/customers", "Add customer"],
      ["/migrations", "Add migration"],
      ["/team", "Add member"],
    ] as const) {
      await show(page, screen);
      await page.getByRole("button", { name: button }).click();
      await expect(openDialog(page)).toBeVisible();
      await expectAccessible(page, button);
      await page.keyboard.press("Escape");
    }
    await page.keyboard.press("Control+k");
    await expectAccessible(page, "palette");
  });
});

test.describe("the demonstration", () => {
  withHost(async (page, host) => {
    await makeWorkspace(page, "A demonstration workspace");
    for (const screen of SCREENS) {
      await show(page, screen);
      await expectAccessible(page, screen);
    }
    await show(page, "/customers");
    await expectAccessibleAt(page, await linkTo(page, "/customers/"));
    await show(page, "/orders?view=table");
    await expectAccessibleAt(page, await linkTo(page, "/orders/"));
    await show(page, "/scripts");
    await expectAccessibleAt(page, await linkTo(page, "/scripts/"));
    await show(page, "/migrations");
    const migration = await linkTo(page, "/migrations/");
    for (const part of PARTS) await expectAccessibleAt(page, migration + part);
    await show(page, `${migration}/imports`);
    await expectAccessibleAt(page, await linkTo(page, `${migration}/imports/`));
    await show(page, `${migration}/numbers`);
    await page.getByRole("button", { name: "Details" }).click();
    await expectAccessible(page, "details of a number");
    await reviewImport(page, host, migration);
  });
});

/** Each step of an import. */
async function reviewImport(page: Page, host: Host, migration: string) {
  await show(page, migration);
  await host.drop(fixture("messy-did-inventory.xlsx"));
  const next = page.getByRole("button", { name: "Continue" });
  for (const step of ["1. Sheets", "2. Columns", "3. Values", "4. Review"]) {
    await expect(page.getByRole("button", { name: step })).toHaveAttribute("aria-current", "page");
    await settled(page);
    await expectAccessible(page, `import, ${step}`);
    if (step !== "4. Review") await next.click();
  }
}

async function expectAccessibleAt(page: Page, address: string) {
  await show(page, address);
  await expectAccessible(page, address);
}
