/** The numbers of one migration as a grid: filter, edit, and act on the selection. */
import { useNavigate } from "@tanstack/react-router";
import { PanelRight } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import type { GridLayout } from "@/bindings/GridLayout";
import type { NumberRow } from "@/bindings/NumberRow";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { ErrorNotice } from "@/components/ErrorNotice";
import { Grid } from "@/grid/Grid";
import { GridToolbar } from "@/grid/GridToolbar";
import type { RowSpan } from "@/grid/selection";
import type { CellMark } from "@/grid/types";
import { type GridTable, useGridColumns } from "@/grid/useGridColumns";
import { useGridView } from "@/queries/gridView";
import { useMayChange } from "@/queries/session";
import { useCellCommit } from "@/queries/useCellCommit";
import { useGridSource } from "@/queries/useGridSource";
import { useMigrationId } from "@/screens/migration/useMigration";
import { words } from "@/words";
import { ASKED_BY_VIEWS, BUILT_IN_VIEWS, NUMBER_COLUMNS, NUMBER_FILTERS } from "./columns";
import { NumberActions } from "./NumberActions";
import { NumberPanel } from "./NumberPanel";
import { selectedRows } from "./selected";
import { SavedViews } from "./views/SavedViews";

const FIRST_ROW: RowSpan[] = [{ first: 0, last: 0 }];

interface NumberGridProps {
  /** Numbers were pasted where they cannot be typed; absent where nobody may add them. */
  onPasteNumbers?: (text: string) => void;
}

export function NumberGrid({ onPasteNumbers }: NumberGridProps) {
  const migrationId = useMigrationId();
  const view = useGridView();
  const request = useMemo(() => ({ migrationId, ...view.query }), [migrationId, view.query]);
  const source = useGridSource<NumberRow, "number_page">("number_page", request);
  const table = useGridColumns({
    name: "numbers",
    columns: NUMBER_COLUMNS,
    sort: view.sort,
    onSort: view.setSort,
  });
  const { commit, undo } = useCellCommit("number_edit", source, NUMBER_COLUMNS);
  const [selected, setSelected] = useState(FIRST_ROW);
  const [activeRow, setActiveRow] = useState(0);
  const [showPanel, setShowPanel] = useState(false);
  const searchRef = useRef<HTMLInputElement>(null);
  const mayChange = useMayChange();
  const navigate = useNavigate();
  const active = source.rowAt(activeRow);
  const asked = ASKED_BY_VIEWS.filter(({ column }) => (view.filters[column] ?? []).length > 0);
  const filters = [...NUMBER_FILTERS, ...asked];

  return (
    <>
      <SavedViews
        screen="numbers"
        builtIn={BUILT_IN_VIEWS}
        layout={layoutOf(view, table)}
        mayChange={mayChange}
        onApply={(layout) => {
          view.show(layout);
          table.setColumnVisibility(layout.columns);
          table.setColumnSizing(layout.widths);
        }}
      />
      <GridToolbar
        search={view.search}
        onSearch={view.setSearch}
        searchRef={searchRef}
        searchLabel={words.numbers.search}
        filters={filters}
        values={view.filters}
        onFilter={view.setFilters}
        table={table}
        columns={NUMBER_COLUMNS}
      >
        {mayChange && (
          <NumberActions
            selected={selectedRows(migrationId, view.query, source, selected)}
            onOrder={(orderId) => void navigate({ to: "/orders/$orderId", params: { orderId } })}
          />
        )}
        <Button
          icon={PanelRight}
          label={words.numbers.details}
          aria-pressed={showPanel}
          onClick={() => setShowPanel(!showPanel)}
        />
      </GridToolbar>
      {source.error && <ErrorNotice error={source.error} />}
      <div className="flex min-h-0 flex-1 gap-3">
        <Grid
          label={words.numbers.label}
          source={source}
          table={table}
          columns={NUMBER_COLUMNS}
          marks={markOf}
          onCommitCells={mayChange ? commit : undefined}
          onSelectionChange={(rows, row) => {
            setSelected(rows);
            setActiveRow(row);
          }}
          onUndo={undo}
          onFind={() => searchRef.current?.focus()}
          onOpenRow={() => setShowPanel(true)}
          onPasteText={(text, column) => {
            if (!onPasteNumbers || !isForNumbers(text, column)) return false;
            onPasteNumbers(text);
            return true;
          }}
          empty={<EmptyState title={words.numbers.emptyTitle}>{words.numbers.emptyHelp}</EmptyState>}
        />
        {showPanel && active && <NumberPanel number={active} onClose={() => setShowPanel(false)} />}
      </div>
    </>
  );
}

/** A list of telephone numbers pasted into the column that nobody types into is meant to be added. */
function isForNumbers(text: string, column: string | undefined): boolean {
  return (column === "number" || column === undefined) && /\d{7}|\d{3}\D{1,2}\d{3}\D?\d{4}/.test(text);
}

function layoutOf(view: ReturnType<typeof useGridView>, table: GridTable): GridLayout {
  const { columnVisibility, columnSizing } = table.state;
  return { ...view.query, columns: columnVisibility, widths: columnSizing };
}

function markOf(row: NumberRow, column: string): CellMark | undefined {
  if (column === "portingStatus" && row.rejectionReason && row.portingStatus === "loa_rejected") {
    return { severity: "error", reason: row.rejectionReason };
  }
  if (column === "disposition" && row.disposition === "unknown") {
    return { severity: "warning", reason: words.numbers.unknownBlocks };
  }
  return undefined;
}
