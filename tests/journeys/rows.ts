/** The rows of a section as a person sees them: a stored one by its name, the one that is not stored yet, and their fields. */
import type { Locator } from "@playwright/test";

/** The row that is called like this, or whose name holds it. */
export function row(table: Locator, name: string): Locator {
  const details = new RegExp(`^Details of .*${name.replace(/[+]/g, "\\+")}`);
  return table.locator("[data-row]").filter({ has: table.page().getByRole("button", { name: details }) });
}

export function newRow(table: Locator): Locator {
  return table.locator('[data-row="new"]');
}

/** A field by its label; in a table the name of the row follows. */
export function field(of: Locator, label: string): Locator {
  return of.getByLabel(new RegExp(`^${label.replace("$", "\\$")}(, |$)`));
}
