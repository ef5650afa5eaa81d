/** The people of one migration in the grid. */
import { useMemo, useRef } from "react";
import type { EndUserRow } from "@/bindings/EndUserRow";
import { EmptyState } from "@/components/EmptyState";
import { ErrorNotice } from "@/components/ErrorNotice";
import { Grid } from "@/grid/Grid";
import { GridToolbar } from "@/grid/GridToolbar";
import { useGridColumns } from "@/grid/useGridColumns";
import { useGridView } from "@/queries/gridView";
import { useMayChange } from "@/queries/session";
import { useCellCommit } from "@/queries/useCellCommit";
import { useGridSource } from "@/queries/useGridSource";
import { useMigrationId } from "@/screens/migration/useMigration";
import { words } from "@/words";
import { PEOPLE_COLUMNS, PEOPLE_FILTERS } from "./columns";

export function People() {
  const migrationId = useMigrationId();
  const view = useGridView();
  const request = useMemo(() => ({ migrationId, ...view.query }), [migrationId, view.query]);
  const source = useGridSource<EndUserRow, "end_user_page">("end_user_page", request);
  const table = useGridColumns({
    name: "people",
    columns: PEOPLE_COLUMNS,
    sort: view.sort,
    onSort: view.setSort,
  });
  const { commit, undo } = useCellCommit("end_user_edit", source, PEOPLE_COLUMNS);
  const searchRef = useRef<HTMLInputElement>(null);
  const mayChange = useMayChange();
  return (
    <div className="flex h-full min-h-0 flex-col gap-3 p-4">
      <GridToolbar
        search={view.search}
        onSearch={view.setSearch}
        searchRef={searchRef}
        searchLabel={words.people.search}
        filters={PEOPLE_FILTERS}
        values={view.filters}
        onFilter={view.setFilters}
        table={table}
        columns={PEOPLE_COLUMNS}
      />
      {source.error && <ErrorNotice error={source.error} />}
      <Grid
        label={words.people.label}
        source={source}
        table={table}
        columns={PEOPLE_COLUMNS}
        onCommitCells={mayChange ? commit : undefined}
        onUndo={undo}
        onFind={() => searchRef.current?.focus()}
        empty={<EmptyState title={words.people.emptyTitle}>{words.people.emptyHelp}</EmptyState>}
      />
    </div>
  );
}
