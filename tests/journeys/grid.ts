/** A grid as a person sees it: by the name of its columns and what stands in its rows. */
import { expect, type Locator, type Page } from "@playwright/test";

export class Grid {
  readonly element: Locator;

  constructor(
    private readonly page: Page,
    label: string,
  ) {
    this.element = page.getByRole("grid", { name: label });
  }

  /** The line that counts the rows below the grid. */
  async expectRows(count: number) {
    await expect(this.element).toHaveAttribute("aria-rowcount", String(count + 1));
    await expect(this.element).toHaveAttribute("aria-busy", "false");
  }

  header(column: string): Locator {
    return this.element.getByRole("columnheader", { name: column, exact: true });
  }

  /** The row with a cell that holds exactly this text. */
  row(text: string): Locator {
    return this.element.getByRole("row").filter({ has: this.page.getByText(text, { exact: true }) });
  }

  /** The cell of a column in the row that holds a text. */
  async cell(row: string, column: string): Promise<Locator> {
    const index = await this.header(column).getAttribute("aria-colindex");
    return this.row(row).locator(`[role="gridcell"][aria-colindex="${index}"]`);
  }

  /** What the shown rows hold in a column, from top to bottom. */
  async column(name: string): Promise<string[]> {
    const index = await this.header(name).getAttribute("aria-colindex");
    const cells = this.element.locator(`[role="row"] > [role="gridcell"][aria-colindex="${index}"]`);
    const placed = await cells.evaluateAll((found) =>
      found.map((cell) => ({
        row: Number(cell.parentElement?.getAttribute("aria-rowindex")),
        text: cell.textContent ?? "",
      })),
    );
    return placed.sort((a, b) => a.row - b.row).map(({ text }) => text);
  }

  /** The cell that the keyboard acts on. */
  async active(): Promise<Locator> {
    const id = await this.element.getAttribute("aria-activedescendant");
    return this.page.locator(`[id="${id}"]`);
  }

  /** Moves to a column of the active row by keyboard. */
  async moveTo(column: string) {
    const index = await this.header(column).getAttribute("aria-colindex");
    const isThere = async () => (await (await this.active()).getAttribute("aria-colindex")) === index;
    await this.press("Home");
    while (!(await isThere())) await this.press("ArrowRight");
  }

  /** Presses keys on the focused grid. */
  async press(...keys: string[]) {
    await this.element.focus();
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Ticks or unticks a choice of a filter above the grid. */
  async filter(name: string, choice: string) {
    await this.page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
    await this.page.getByRole("menuitemcheckbox", { name: choice, exact: true }).click();
    await this.page.keyboard.press("Escape");
  }

  /** Opens an action on the selected rows. */
  async act(selected: string, action: string) {
    await this.page.getByRole("button", { name: selected, exact: true }).click();
    await this.page.getByRole("menuitem", { name: action, exact: true }).click();
  }
}
