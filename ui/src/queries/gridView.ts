/** Search, filters and order of a grid live in the address, so that every figure can link to what is behind it. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { GridLayout } from "@/bindings/GridLayout";
import type { FilterValues } from "@/grid/GridToolbar";
import type { SortState } from "@/grid/types";

export interface GridView {
  q?: string;
  f?: FilterValues;
  s?: SortState[];
}

/** Addresses are typed by hand, too: what does not fit is left out. */
export function parseGridView(search: Record<string, unknown>): GridView {
  const view: GridView = {};
  if (typeof search.q === "string" || typeof search.q === "number") view.q = String(search.q);
  if (typeof search.f === "object" && search.f !== null) {
    const entries = Object.entries(search.f).filter(([, values]) => Array.isArray(values));
    view.f = Object.fromEntries(
      entries.map(([column, values]) => [column, (values as unknown[]).map(String)]),
    );
  }
  if (Array.isArray(search.s)) {
    view.s = search.s
      .filter((sort) => typeof sort?.column === "string")
      .map((sort) => ({ column: sort.column, descending: sort.descending === true }));
  }
  return view;
}

const NO_FILTERS: FilterValues = {};
const NO_SORT: SortState[] = [];

export function useGridView() {
  const view = useSearch({ strict: false }) as GridView;
  const navigate = useNavigate();
  const change = useCallback(
    (part: GridView) => {
      navigate({ to: ".", search: (before: object) => ({ ...before, ...part }), replace: true });
    },
    [navigate],
  );
  const { q = "", f = NO_FILTERS, s = NO_SORT } = view;
  const query = useMemo(
    () => ({
      search: q === "" ? null : q,
      filters: Object.entries(f)
        .filter(([, values]) => values.length > 0)
        .map(([column, values]) => ({ column, values })),
      sort: s,
    }),
    [q, f, s],
  );
  const setSearch = useCallback((text: string) => change({ q: text === "" ? undefined : text }), [change]);
  const setFilters = useCallback((values: FilterValues) => change({ f: values }), [change]);
  const setSort = useCallback((sort: SortState[]) => change({ s: sort }), [change]);
  const show = useCallback(
    ({ search, filters, sort }: Pick<GridLayout, "search" | "filters" | "sort">) => {
      const chosen = Object.fromEntries(filters.map(({ column, values }) => [column, values]));
      change({ q: search ?? undefined, f: chosen, s: sort });
    },
    [change],
  );
  return { search: q, filters: f, sort: s, query, setSearch, setFilters, setSort, show };
}
