/** What does not play along: PortFlow says what is wrong and stays usable. */
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { Host } from "./host";
import { fillIn, fixture, goTo, makeMigration, makeWorkspace, openDialog } from "./person";

const NUMBERS = fixture("messy-did-inventory.xlsx");

const test = base.extend<{ host: Host }>({
  host: [
    async ({ page }, use) => {
      const host = await Host.start();
      await host.open(page);
      await use(host);
      await host.stop();
    },
    { auto: true },
  ],
});

/** A docx is a zip archive like a workbook; this one holds one empty document. */
const DOCX = Buffer.from(
  "UEsDBBQAAAAAAAAAIQDdWoYNDQAAAA0AAAARAAAAd29yZC9kb2N1bWVudC54bWw8dzpkb2N1bWVudC8+UEsBAhQDFAAAAAAAAAAhAN1ahg0NAAAADQAAABEAAAAAAAAAAAAAAIABAAAAAHdvcmQvZG9jdW1lbnQueG1sUEsFBgAAAAABAAEAPwAAADwAAAAAAA==",
  "base64",
);

const FILES: { what: string; name: string; write: (path: string) => Promise<void> }[] = [
  { what: "an empty file", name: "empty.xlsx", write: (path) => writeFile(path, "") },
  {
    what: "a document with the name of a workbook",
    name: "letter.xlsx",
    write: (path) => writeFile(path, DOCX),
  },
  {
    what: "a workbook that was cut off",
    name: "half.xlsx",
    write: async (path) => {
      const whole = await readFile(NUMBERS);
      await writeFile(path, whole.subarray(0, whole.length / 2));
    },
  },
  {
    what: "what Excel keeps beside a workbook that is open",
    name: "~$numbers.xlsx",
    write: (path) => writeFile(path, "\u000bTest Person"),
  },
  { what: "a file that is gone", name: "missing.xlsx", write: async () => {} },
];

for (const { what, name, write } of FILES) {
  test(`says why it cannot import ${what}`, async ({ page, host }) => {
    await makeWorkspace(page, "A demonstration workspace");
    const path = join(host.home, name);
    await write(path);
    await host.drop(path);
    await expect(page.getByRole("alert")).toContainText(name);
    await expectUsable(page, host);
  });
}

test("refuses to open a workspace that is no database", async ({ page, host }) => {
  await makeWorkspace(page, "A demonstration workspace");
  const path = join(host.home, "notes.portflow");
  await writeFile(path, "This is a shopping list and no database.".repeat(200));
  await goTo(page, "Settings");
  await host.answerDialog(path);
  await page.getByRole("button", { name: "Open a workspace file…" }).click();
  await expect(page.getByRole("region", { name: "Messages" })).toContainText("notes.portflow");
  await expect(page.getByText("workspace.portflow").first()).toBeVisible();
  await expectUsable(page, host);
});

test("says that a Postgres server does not answer, and repeats no password", async ({ page, host }) => {
  const port = await unusedPort();
  await page.getByRole("button", { name: "Connect to Postgres…" }).click();
  const dialog = openDialog(page);
  await fillIn(dialog, {
    Server: "127.0.0.1",
    Port: String(port),
    Database: "portflow",
    "Database role": "consultant",
    Password: "Hidden-4711",
  });
  await dialog.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText("127.0.0.1", { timeout: 30_000 });
  await expect(page.locator("body")).not.toContainText("Hidden-4711");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await makeWorkspace(page, "An empty workspace");
  expect(host.log).not.toContain("Hidden-4711");
});

test("works on when the computer loses its network", async ({ page }) => {
  await page.evaluate(() => window.dispatchEvent(new Event("offline")));
  await makeWorkspace(page, "An empty workspace");
  await makeMigration(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Teams Phone");
});

/** After all that, a good file is still read. */
async function expectUsable(page: Page, host: Host) {
  const path = join(host.home, "good.xlsx");
  await copyFile(NUMBERS, path);
  await goTo(page, "Dashboard");
  await host.drop(path);
  await expect(page.getByRole("heading", { name: "Import: good.xlsx" })).toBeVisible();
  await expect(page.getByLabel("Header row")).toHaveValue("5");
}

/** A port of this machine where nobody listens. */
async function unusedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
