/** Files and photos of a site: dropped and chosen, named, looked at by keyboard, removed, and the whole site as a file. */
import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, withHost } from "./axe";
import { Host } from "./host";
import { makeWorkspace, openDialog, sendForm } from "./person";
import { photo } from "./photos";
import { show } from "./places";

const CAPTION = "Elevator line in the basement";

/** A site without a file; gives its address. */
async function makeSite(page: Page, host: Host): Promise<string> {
  await makeWorkspace(page, "An empty workspace");
  const customer = await host.call("customer_add", {
    name: "Clinic",
    legalName: null,
    tenantDomain: null,
    tenantId: null,
    timeZone: "America/Chicago",
    isDemo: true,
    notes: null,
  } as never);
  const site = await host.call("site_add", {
    customerId: customer.id,
    name: "North clinic",
    timeZone: "America/Chicago",
    city: "Dallas",
    state: "TX",
  } as never);
  return `/sites/${site.id}`;
}

const tiles = (page: Page) => page.getByRole("region", { name: "Photos" }).getByRole("listitem");
const tile = (page: Page, name: string) => page.getByRole("button", { name: `Show ${name}`, exact: true });

async function choose(page: Page, file: string, action: string) {
  await page.getByRole("button", { name: `Actions for ${file}` }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

test.describe("files of a site", () => {
  let host: Host;
  test.beforeEach(async () => {
    host = await Host.start();
  });
  test.afterEach(async () => {
    await host.stop();
  });

  test("photos are dropped, named, looked at by keyboard and removed", async ({ page }) => {
    await host.open(page);
    const site = await makeSite(page, host);
    await show(page, `${site}?section=special_lines`);
    await host.drop(await photo(host.home, "one.png", 1), await photo(host.home, "two.png", 2));
    await expect(tiles(page)).toHaveCount(2);
    await expect(page.getByText("2 files added")).toBeVisible();
    await expect(tiles(page).first()).toContainText("Special lines");
    await host.answerDialog(await photo(host.home, "three.png", 3));
    await page.getByRole("button", { name: "Add files…" }).click();
    await expect(tiles(page)).toHaveCount(3);
    await expect(tiles(page).locator("img")).toHaveCount(3);

    await choose(page, "two.png", "Name and caption…");
    await sendForm(page, "Save", { Caption: CAPTION, Name: "elevator.png", "Belongs to": "Special lines" });
    await expect(tile(page, CAPTION)).toBeVisible();

    await tile(page, "one.png").focus();
    await page.keyboard.press("Enter");
    const viewer = page.getByRole("dialog", { name: "one.png" });
    await expect(viewer.getByRole("img", { name: "one.png" })).toBeVisible();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("img", { name: CAPTION })).toBeVisible();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("img", { name: "three.png" })).toBeVisible();
    await page.keyboard.press("ArrowLeft");
    await expect(openDialog(page)).toContainText("2 of 3");
    await page.keyboard.press("Escape");
    await expect(openDialog(page)).toHaveCount(0);

    await choose(page, "one.png", "Remove…");
    await expect(openDialog(page)).toContainText("one.png is taken out of the workspace");
    await openDialog(page).getByRole("button", { name: "Remove" }).click();
    await expect(tiles(page)).toHaveCount(2);
    await show(page, "/activity");
    await expect(page.locator("#content")).toContainText("File removed");
  });

  test("a spreadsheet dropped on a site is kept or imported, as a person says", async ({ page }) => {
    await host.open(page);
    const site = await makeSite(page, host);
    await show(page, site);
    const list = join(host.home, "phones.csv");
    await writeFile(list, "Telephone Number,Description\n2145550100,Lobby\n");
    await host.drop(list);
    await openDialog(page).getByRole("button", { name: "Keep with the site" }).click();
    const row = page.getByRole("region", { name: "Other files" }).getByRole("row", { name: /phones\.csv/ });
    await expect(row).toContainText("Text");

    const copy = join(host.home, "copy.csv");
    await host.answerDialog(copy);
    await choose(page, "phones.csv", "Save a copy…");
    await expect(page.getByText("Saved copy.csv")).toBeVisible();
    expect((await stat(copy)).size).toBe((await stat(list)).size);

    await host.drop(list);
    await openDialog(page).getByRole("button", { name: "Import the spreadsheets…" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Import");
  });

  test("a whole site is saved as a workspace file and opened again", async ({ page }) => {
    await host.open(page);
    const site = await makeSite(page, host);
    await show(page, `${site}?section=files`);
    await host.drop(await photo(host.home, "rack.png", 4));
    await expect(tiles(page)).toHaveCount(1);
    const file = join(host.home, "north.portflow");
    await host.answerDialog(file);
    await page.getByRole("button", { name: "Save site as a file…" }).click();
    await expect(page.getByText(/The site is in north\.portflow/)).toBeVisible();
    await host.drop(file);
    // On this machine nobody has said who they are in it.
    await page.getByRole("button", { name: /Test Person/ }).click();
    await show(page, `${site}?section=files`);
    await expect(tile(page, "rack.png")).toBeVisible();
  });
});

test.describe("gallery and viewer", () => {
  withHost(async (page, host) => {
    const site = await makeSite(page, host);
    await show(page, `${site}?section=files`);
    await expectAccessible(page, "no files");
    const note = join(host.home, "notes.txt");
    await writeFile(note, "Key at the desk\n");
    await host.drop(await photo(host.home, "one.png", 1), await photo(host.home, "two.png", 2), note);
    await expect(tiles(page)).toHaveCount(2);
    await expectAccessible(page, "files");
    await tile(page, "one.png").click();
    await expect(page.getByRole("img", { name: "one.png" })).toBeVisible();
    await expectAccessible(page, "viewer");
    await page.getByRole("button", { name: "Name and caption…" }).click();
    await expectAccessible(page, "caption");
  });
});
