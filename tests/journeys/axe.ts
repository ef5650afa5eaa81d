/** Looks at screens in both themes through every rule of axe. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { Host } from "./host";

/** What a theme can break: the other rules read the tree of the page, which is the same in both. */
const OF_COLORS = ["color-contrast", "link-in-text-block"];

/** A journey with a host of its own. */
export function withHost(look: (page: Page, host: Host) => Promise<void>) {
  test("is accessible in both themes", async ({ page }) => {
    test.slow();
    const host = await Host.start();
    try {
      await page.emulateMedia({ reducedMotion: "reduce" });
      await host.open(page);
      await look(page, host);
    } finally {
      await host.stop();
    }
  });
}

/** Goes on after a violation, so that one run names them all. A page that is still empty is waited for. */
export async function expectAccessible(page: Page, where: string) {
  await expect(page.locator("main h1").first(), where).toBeAttached();
  await loadAxe(page);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  expect.soft(await violations(page), `${where}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect.soft(await violations(page, OF_COLORS), `${where}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}

/** The builder leaves axe in the page, where it stays as long as only the address changes; reading it costs most. */
async function loadAxe(page: Page) {
  if (await page.evaluate(() => "axe" in window)) return;
  // Without frames of others it needs no second page to put its findings together.
  await new AxeBuilder({ page }).setLegacyMode(true).withRules("document-title").analyze();
}

type Results = Awaited<ReturnType<AxeBuilder["analyze"]>>;
interface Axe {
  run(context: Document, options: object): Promise<Results>;
}

/** Through these rules, or through all. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const found = await page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: Axe };
    const only = values && { runOnly: { type: "rule", values } };
    return (await axe.run(document, { resultTypes: ["violations"], ...only })).violations;
  }, rules);
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.html.slice(0, 160)}\n  ${node.any[0]?.message ?? ""}`),
  );
}
