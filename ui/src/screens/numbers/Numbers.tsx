/** The inventory of one migration: filter, edit, and act on the selection. */
import { useNavigate } from "@tanstack/react-router";
import { PanelRight } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import type { NumberRow } from "@/bindings/NumberRow";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { ErrorNotice } from "@/components/ErrorNotice";
import { Grid } from "@/grid/Grid";
import { GridToolbar } from "@/grid/GridToolbar";
import type { RowSpan } from "@/grid/selection";
import type { CellMark } from "@/grid/types";
import { useGridColumns } from "@/grid/useGridColumns";
import { useGridView } from "@/queries/gridView";
import { useMayChange } from "@/queries/session";
import { useCellCommit } from "@/queries/useCellCommit";
import { useGridSource } from "@/queries/useGridSource";
import { useMigrationId } from "@/screens/migration/useMigration";
import { words } from "@/words";
import { NUMBER_COLUMNS, NUMBER_FILTERS } from "./columns";
import { NumberActions } from "./NumberActions";
import { NumberPanel } from "./NumberPanel";

const FIRST_ROW: RowSpan[] = [{ first: 0, last: 0 }];

export function Numbers() {
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

  return (
    <div className="flex h-full min-h-0 flex-col gap-3 p-4">
      <GridToolbar
        search={view.search}
        onSearch={view.setSearch}
        searchRef={searchRef}
        searchLabel={words.numbers.search}
        filters={NUMBER_FILTERS}
        values={view.filters}
        onFilter={view.setFilters}
        table={table}
        columns={NUMBER_COLUMNS}
      >
        {mayChange && (
          <NumberActions
            migrationId={migrationId}
            source={source}
            selected={selected}
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
          empty={<EmptyState title={words.numbers.emptyTitle}>{words.numbers.emptyHelp}</EmptyState>}
        />
        {showPanel && active && <NumberPanel number={active} onClose={() => setShowPanel(false)} />}
      </div>
    </div>
  );
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
