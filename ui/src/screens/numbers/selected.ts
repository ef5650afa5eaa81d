/** Numbers that an action is about, named by where they stand and not one by one: there may be 100,000 of them. */
import type { ChosenNumbers } from "@/bindings/ChosenNumbers";
import type { GridQuery } from "@/bindings/GridQuery";
import type { NumberRow } from "@/bindings/NumberRow";
import type { NumberRun } from "@/bindings/NumberRun";
import type { SetNumbers } from "@/bindings/SetNumbers";
import { formatCount } from "@/format";
import { countRows, type RowSpan } from "@/grid/selection";
import type { PagedSource } from "@/queries/useGridSource";
import { words } from "@/words";

export interface Selected {
  migrationId: string;
  count: number;
  chosen: ChosenNumbers;
  /** The rows themselves, where an action needs more of them than their place. */
  rows?: () => Promise<NumberRow[]>;
}

type ShownQuery = Pick<GridQuery, "search" | "filters" | "sort">;

export function selectedRows(
  migrationId: string,
  query: ShownQuery,
  source: PagedSource<NumberRow>,
  spans: RowSpan[],
): Selected {
  const total = source.total ?? 0;
  return {
    migrationId,
    count: Math.min(countRows(spans), total),
    chosen: { migrationId, spans: [], rows: { query: { ...query, offset: 0, limit: 0 }, spans, total } },
    rows: async () => {
      const parts = await Promise.all(
        spans.map(({ first, last }) => source.getRange(first, last - first + 1)),
      );
      return parts.flat();
    },
  };
}

export function selectedRuns(migrationId: string, runs: NumberRun[]): Selected {
  return {
    migrationId,
    count: runs.reduce((sum, run) => sum + run.count, 0),
    chosen: { migrationId, spans: runs.map(({ first, last }) => ({ first, last })), rows: null },
  };
}

export const countOf = ({ count }: Selected) => words.numbers.selectedCount(formatCount(count));

/** A change of many numbers that leaves everything as it is; what is to change comes on top. */
export const SET_NOTHING = {
  ids: [],
  disposition: null,
  numberType: null,
  usage: null,
  losingAccountId: null,
} satisfies Partial<SetNumbers>;
