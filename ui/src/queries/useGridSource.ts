/** Rows of a paged command as a grid wants them: windows through Query, never the whole list at once. */
import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { PAGE_ROWS, pagesOf } from "@/grid/pages";
import type { GridRow, GridSource } from "@/grid/types";
import type { ApiError } from "@/host";
import { type CommandName, call, type Request, type Response } from "./commands";

interface PageOf<Row> {
  total: number;
  rows: Row[];
}

type PagedName = {
  [N in CommandName]: Response<N> extends PageOf<unknown> ? N : never;
}[CommandName];

const asIs = (item: unknown) => item as never;

export interface PagedSource<Row> extends GridSource<Row> {
  error: ApiError | null;
  /** Puts rows as stored in place of those shown, ahead of the refetch. */
  replace: (rows: Row[]) => void;
}

/** `request` without its window; keep it stable between renders. */
export function useGridSource<Row extends GridRow, N extends PagedName>(
  name: N,
  request: Omit<Request<N>, "offset" | "limit">,
  /** For rows without an id of their own; a function of the module, so that it stays the same. */
  toRow: (item: Response<N>["rows"][number]) => Row = asIs,
  /** Shows the rows of the request before while those of this one are on their way. */
  keepsPrevious = false,
  /** Where not, what is shown stays and nothing is asked for. */
  isEnabled = true,
): PagedSource<Row> {
  const client = useQueryClient();
  // Pages, not rows: scrolling within a page draws the screen around the grid no more than once.
  const [visible, setVisible] = useState({ first: 0, last: 0 });
  const lastTotal = useRef<number | undefined>(undefined);
  const previous = useRef({ request, pages: new Map<number, PageOf<Row>>() });

  const pageQuery = useCallback(
    (page: number) => {
      const full = { ...request, offset: page * PAGE_ROWS, limit: PAGE_ROWS } as unknown as Request<N>;
      return {
        queryKey: [name, full] as const,
        queryFn: async (): Promise<PageOf<Row>> => {
          const page = (await call(name, full)) as Response<N>;
          return { total: page.total, rows: page.rows.map(toRow) };
        },
      };
    },
    [name, request, toRow],
  );

  const wanted = Array.from({ length: visible.last - visible.first + 1 }, (_, at) => visible.first + at);
  const results = useQueries({
    queries: wanted.map((page) => ({ ...pageQuery(page), enabled: isEnabled })),
  });
  const loaded = results.find((result) => result.data !== undefined)?.data as PageOf<Row> | undefined;
  if (loaded) {
    lastTotal.current = loaded.total;
    if (previous.current.request !== request) previous.current = { request, pages: new Map() };
    results.forEach(({ data }, at) => {
      const page = wanted[at];
      if (data !== undefined && page !== undefined) previous.current.pages.set(page, data as PageOf<Row>);
    });
  }
  const total = lastTotal.current;
  const error = (results.find((result) => result.error)?.error as ApiError | undefined) ?? null;
  const stamp = results.map((result) => result.dataUpdatedAt).join();

  const rowAt = useCallback(
    (index: number) => {
      const page = Math.floor(index / PAGE_ROWS);
      const before = keepsPrevious ? previous.current.pages.get(page) : undefined;
      const data = client.getQueryData<PageOf<Row>>(pageQuery(page).queryKey) ?? before;
      return data?.rows[index - page * PAGE_ROWS];
    },
    [client, pageQuery, keepsPrevious],
  );
  const show = useCallback((firstRow: number, lastRow: number) => {
    const pages = pagesOf(firstRow, Math.max(firstRow, lastRow));
    const [first = 0] = pages;
    const last = pages.at(-1) ?? first;
    setVisible((before) => (before.first === first && before.last === last ? before : { first, last }));
  }, []);
  const getRange = useCallback(
    async (offset: number, limit: number) => {
      const pages = pagesOf(offset, offset + limit - 1);
      const loadedPages = await Promise.all(pages.map((page) => client.ensureQueryData(pageQuery(page))));
      const start = offset - (pages[0] ?? 0) * PAGE_ROWS;
      return loadedPages.flatMap((page) => page.rows).slice(start, start + limit);
    },
    [client, pageQuery],
  );
  const replace = useCallback(
    (rows: Row[]) => {
      const stored = new Map(rows.map((row) => [row.id, row]));
      client.setQueriesData<PageOf<Row>>({ queryKey: [name] }, (page) =>
        page ? { ...page, rows: page.rows.map((row) => stored.get(row.id) ?? row) } : page,
      );
    },
    [client, name],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new stamp means that rowAt answers differently
  return useMemo(
    () => ({ total, rowAt, show, getRange, replace, error }),
    [total, rowAt, show, getRange, replace, error, stamp],
  );
}
