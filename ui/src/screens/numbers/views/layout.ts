/** Whether a saved view is what the grid shows. Pure. */
import type { GridLayout } from "@/bindings/GridLayout";

/** Search, filters and order decide; widths and columns are the look of the same rows. */
export function isShown(view: GridLayout, now: GridLayout): boolean {
  return rowsOf(view) === rowsOf(now);
}

function rowsOf({ search, filters, sort }: GridLayout): string {
  const chosen = filters
    .filter(({ values }) => values.length > 0)
    .map(({ column, values }) => [column, [...values].sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([search ?? "", chosen, sort.map(({ column, descending }) => [column, descending])]);
}
