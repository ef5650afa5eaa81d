/** The columns a person sees: which, how wide, in which order, sorted how. Remembered per grid on this machine. */
import {
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useEffect, useMemo } from "react";
import { readSetting, writeSetting } from "@/settings";
import type { GridColumn, GridRow, SortState } from "./types";

const features = tableFeatures({
  columnVisibilityFeature,
  columnSizingFeature,
  columnResizingFeature,
  columnPinningFeature,
  rowSortingFeature,
});
const NO_ROWS: never[] = [];
const NOTHING: Remembered = { visibility: {}, sizing: {} };

interface Remembered {
  visibility: Record<string, boolean>;
  sizing: Record<string, number>;
}

export interface ColumnsInput<Row> {
  /** Under which name widths and visibility are remembered; `null` where the columns differ from file to file. */
  name: string | null;
  columns: GridColumn<Row>[];
  sort: SortState[];
  onSort: (sort: SortState[]) => void;
}

export function useGridColumns<Row extends GridRow>({ name, columns, sort, onSort }: ColumnsInput<Row>) {
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: () => null,
        size: column.width,
        minSize: 48,
        enableSorting: column.sortable ?? false,
      })),
    [columns],
  );
  const initialState = useMemo(() => initial(name, columns), [name, columns]);
  const sorting = useMemo(
    () => sort.map(({ column, descending }) => ({ id: column, desc: descending })),
    [sort],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    initialState,
    state: { sorting },
    onSortingChange: (update) => {
      const next = typeof update === "function" ? update(sorting) : update;
      onSort(next.map(({ id, desc }) => ({ column: id, descending: desc })));
    },
    manualSorting: true,
    sortDescFirst: false,
    columnResizeMode: "onChange",
  });
  const { columnVisibility, columnSizing } = table.state;
  useEffect(() => {
    if (name === null) return;
    const remembered: Remembered = { visibility: columnVisibility, sizing: columnSizing };
    writeSetting(`grid.${name}`, JSON.stringify(remembered));
  }, [name, columnVisibility, columnSizing]);
  return table;
}

export type GridTable = ReturnType<typeof useGridColumns>;

function initial<Row>(name: string | null, columns: GridColumn<Row>[]) {
  const remembered = name === null ? NOTHING : recall(name);
  const hidden = columns.filter((column) => column.hidden).map((column) => [column.id, false]);
  return {
    columnVisibility: { ...Object.fromEntries(hidden), ...remembered.visibility },
    columnSizing: remembered.sizing,
    columnPinning: { start: columns.filter((column) => column.pinned).map((column) => column.id), end: [] },
  };
}

function recall(name: string): Remembered {
  try {
    return { ...NOTHING, ...JSON.parse(readSetting(`grid.${name}`) ?? "{}") };
  } catch {
    return NOTHING;
  }
}
