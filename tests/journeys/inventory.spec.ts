/** The inventory by hand: a range, its hundred, a part of it, and a view that is kept. */
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { Grid } from "./grid";
import { goToTab, makeMigration, openDialog } from "./person";
import { Story } from "./story";
import { skipWithoutServer, test } from "./workspaces";

test.describe.configure({ mode: "serial" });
skipWithoutServer();

/** Nothing when the story is skipped. */
let story: Story | undefined;
let page: Page;

test.beforeAll(async ({ browser, workspaceKind }) => {
  story = await Story.begin(browser, workspaceKind);
  page = story.page;
  await story.makeEmptyWorkspace();
  await makeMigration(page);
  await goToTab(page, "Numbers");
});

test.afterAll(() => story?.end());

test("adds a range once its preview is right", async () => {
  await page.getByRole("button", { name: "Add numbers…" }).click();
  const dialog = openDialog(page);
  await dialog.getByLabel("Numbers and ranges").fill("972-555-0090 thru 0149\nMain line");
  const preview = dialog.getByRole("region", { name: "What would be added" });
  await expect(preview).toContainText("60 new");
  await expect(preview).toContainText("Main line");
  await dialog.getByLabel("Numbers and ranges").fill("972-555-0090 thru 0149");
  await dialog.getByLabel("Leave out").fill("0110-0119");
  await expect(preview).toContainText("50 new");
  await expectAccessible(page, "adding numbers");
  await dialog.getByRole("button", { name: "Add 50" }).click();
  await expect(dialog).toBeHidden();
  await new Grid(page, "Phone numbers").expectRows(50);
});

test("chooses a run of the block map and changes it as one", async () => {
  await page.getByRole("link", { name: "Blocks", exact: true }).click();
  const map = page.getByRole("listbox", { name: "Numbers by hundred" });
  await expect(map.getByRole("group", { name: "+1 972-555-01xx: 40 of 100" })).toBeVisible();
  await expect(page.getByRole("button", { name: "0 numbers" })).toBeDisabled();
  await map.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "30 numbers" })).toBeEnabled();
  await expectAccessible(page, "the block map");
  await page.getByRole("button", { name: "Set", exact: true }).click();
  await page.getByRole("menuitem", { name: "Retain", exact: true }).click();
  await expect(map.getByRole("option", { name: /0120–49: Retain, Not started/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Grid", exact: true }).click();
});

test("changes every row of a list at once", async () => {
  const grid = new Grid(page, "Phone numbers");
  await grid.filter("Disposition", "Retain");
  await grid.expectRows(30);
  await grid.press("Control+a");
  await grid.act("30 numbers", "Set losing account…");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Set", exact: true }).click();
  await page.getByRole("menuitem", { name: "Set rate center…" }).click();
  const dialog = openDialog(page);
  await dialog.getByLabel("Rate center").fill("DALLAS");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  // The notice of the change before may still be there.
  await expect(page.getByText("30 numbers changed.").first()).toBeVisible();
});

test("keeps a view and comes back to it", async () => {
  const views = page.getByRole("group", { name: "Views" });
  await views.getByRole("button", { name: "Views", exact: true }).click();
  await page.getByRole("menuitem", { name: "Save this view…" }).click();
  const dialog = openDialog(page);
  await dialog.getByLabel("Name").fill("Retained");
  await dialog.getByLabel("Everybody in this workspace sees it").check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  const grid = new Grid(page, "Phone numbers");
  await grid.expectRows(50);
  await views.getByRole("button", { name: "Retained", exact: true }).click();
  await grid.expectRows(30);
  await expect(views.getByRole("button", { name: "Retained", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expectAccessible(page, "saved views");
});

test("adds what is pasted and removes it again", async () => {
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  const grid = new Grid(page, "Phone numbers");
  await grid.expectRows(50);
  await grid.press("Control+Home");
  await grid.element.evaluate((element) => {
    const data = new DataTransfer();
    data.setData("text/plain", "9725550177\r\n9725550178\r\n");
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  const dialog = openDialog(page);
  await dialog.getByRole("button", { name: "Add 2" }).click();
  await grid.expectRows(52);
  await page.getByRole("searchbox", { name: "Search numbers, holders, notes" }).fill("555017");
  await grid.expectRows(2);
  await grid.press("Control+a");
  await grid.act("2 numbers", "Remove from the inventory…");
  await openDialog(page).getByRole("button", { name: "Remove", exact: true }).click();
  await grid.expectRows(0);
});
