/**
 * The papers of an order: asked for, received with their date, waived with a reason; the letter and its attachment are
 * written, then those of all open orders into a folder, where nothing is replaced unasked.
 */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import type { Host } from "./host";
import { goTo, makeWorkspace, openDialog, sendForm } from "./person";
import { settled, show } from "./places";
import { Story } from "./story";
import { skipWithoutServer, test } from "./workspaces";

test.describe.configure({ mode: "serial" });
skipWithoutServer();

/** Nothing when the story is skipped. */
let story: Story | undefined;
let host: Host;
let page: Page;

test.beforeAll(async ({ browser, workspaceKind }) => {
  story = await Story.begin(browser, workspaceKind);
  ({ host, page } = story);
  await page.emulateMedia({ reducedMotion: "reduce" });
});

test.afterAll(() => story?.end());

/** The line of a paper on the page of the order. */
function paper(name: string): Locator {
  return page.getByRole("region", { name: "Documents" }).getByRole("listitem").filter({ hasText: name });
}

async function say(name: string, state: string, values: Record<string, string>) {
  await page.getByRole("button", { name: `Change the state of: ${name}` }).click();
  await page.getByRole("menuitem", { name: `${state}…` }).click();
  await sendForm(page, "Save", values);
}

test("shows where each paper of an order stands, and how old it is", async () => {
  test.skip(story === undefined);
  await makeWorkspace(page, "A demonstration workspace");
  await goTo(page, "Port orders");
  await page.getByRole("link", { name: "PF-0001" }).first().click();
  await settled(page);
  await expect(paper("Letter of authorization")).toContainText("Received");
  await expect(paper("Bill")).toContainText("12 of 30 days old");
  await expect(paper("CSR")).toContainText("5 of 30 days old");
  await expectAccessible(page, "an order with its documents");
});

test("takes what a person says of a paper", async () => {
  await say("Bill", "Received", { "Date of the document": "2020-01-02" });
  await expect(paper("Bill")).toContainText(/dated .*2020/);
  await page.getByRole("button", { name: "Change the state of: CSR" }).click();
  await page.getByRole("menuitem", { name: "Waived…" }).click();
  await openDialog(page).getByRole("button", { name: "Save" }).click();
  await expect(openDialog(page)).toContainText("Reason");
  await sendForm(page, "Save", { Reason: "The carrier needs none" });
  await expect(paper("CSR")).toContainText("Waived");
  await expect(paper("CSR")).toContainText("The carrier needs none");
});

test("writes the letter and Attachment A", async () => {
  for (const [button, name, begins] of [
    ["Save letter…", "loa.pdf", "%P"],
    ["Attachment A…", "attachment.xlsx", "PK"],
  ] as const) {
    const path = join(host.home, name);
    await host.answerDialog(path);
    await page.getByRole("button", { name: button }).click();
    await expect(page.getByText(`Written: ${name}.`)).toBeVisible();
    expect((await readFile(path)).subarray(0, 2).toString()).toBe(begins);
  }
});

test("writes all open orders into a folder and asks before it replaces a file", async () => {
  const folder = join(host.home, "orders");
  await mkdir(folder);
  await show(page, "/orders");
  await exportInto(folder);
  await expect(page.getByText("Written: 3 files of 1 order.")).toBeVisible();
  const files = await readdir(join(folder, "PF-0001"));
  expect(files.sort()).toEqual(["attachment-a-PF-0001.xlsx", "loa-PF-0001.pdf", "port-request-PF-0001.xlsx"]);
  const letter = join(folder, "PF-0001", "loa-PF-0001.pdf");
  await writeFile(letter, "signed");
  await exportInto(folder);
  await expect(openDialog(page)).toContainText("loa-PF-0001.pdf");
  expect(await readFile(letter, "utf8")).toBe("signed");
  await openDialog(page).getByRole("button", { name: "Replace them" }).click();
  await expect.poll(async () => (await readFile(letter)).subarray(0, 4).toString()).toBe("%PDF");
});

async function exportInto(folder: string) {
  await host.answerDialog(folder);
  await page.getByRole("button", { name: "Export open orders…" }).click();
}
