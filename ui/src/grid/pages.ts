/** Cuts a window of rows into the pages that the host is asked for. Pure. */

/** Rows per request: large enough to scroll a second ahead, small enough to arrive at once. */
export const PAGE_ROWS = 200;

/** However tall the window claims to be, this many rows are rendered at most. */
export const MAX_RENDERED_ROWS = 120;

export function pagesOf(first: number, last: number): number[] {
  if (last < first) return [];
  const pages: number[] = [];
  for (let page = Math.floor(first / PAGE_ROWS); page <= Math.floor(last / PAGE_ROWS); page += 1) {
    pages.push(page);
  }
  return pages;
}

/** Keeps the rows to draw under the cap, around the middle of what was asked for. */
export function capIndexes(indexes: number[]): number[] {
  const surplus = indexes.length - MAX_RENDERED_ROWS;
  if (surplus <= 0) return indexes;
  const start = Math.floor(surplus / 2);
  return indexes.slice(start, start + MAX_RENDERED_ROWS);
}
