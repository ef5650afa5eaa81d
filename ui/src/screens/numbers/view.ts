/** Which of its views the inventory shows; like search and filters it lives in the address. */
import { type GridView, parseGridView } from "@/queries/gridView";

export const NUMBER_VIEWS = ["grid", "blocks", "elsewhere"] as const;
export type NumberView = (typeof NUMBER_VIEWS)[number];

export interface NumbersSearch extends GridView {
  view?: NumberView;
}

export function parseNumbersSearch(search: Record<string, unknown>): NumbersSearch {
  const parsed: NumbersSearch = parseGridView(search);
  const view = NUMBER_VIEWS.find((known) => known === search.view);
  return view && view !== "grid" ? { ...parsed, view } : parsed;
}
