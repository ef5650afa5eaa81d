/** Looks at screens in both themes through every rule of axe. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { Host } from "./host";

const THEMES = ["light", "dark"] as const;

/** One test per theme, each with a host of its own. */
export function withHost(look: (page: Page, host: Host) => Promise<void>) {
  for (const theme of THEMES) {
    test(`is accessible in the ${theme} theme`, async ({ page }) => {
      test.slow();
      const host = await Host.start();
      try {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
        await host.open(page);
        await look(page, host);
      } finally {
        await host.stop();
      }
    });
  }
}

/** Goes on after a violation, so that one run names them all. A page that is still empty is waited for. */
export async function expectAccessible(page: Page, where: string) {
  await expect(page.locator("main h1").first(), where).toBeAttached();
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.html.slice(0, 160)}\n  ${node.any[0]?.message ?? ""}`),
  );
  expect.soft(found, where).toEqual([]);
}
