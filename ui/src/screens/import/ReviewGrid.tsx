/** The records of the plan in the grid; a cell edited here is an edit of the file's cell, and the plan is made anew. */
import { useMemo, useState } from "react";
import type { ImportPreview } from "@/bindings/ImportPreview";
import { EmptyState } from "@/components/EmptyState";
import { ErrorNotice } from "@/components/ErrorNotice";
import { Grid } from "@/grid/Grid";
import type { CellEdit, CellProblem, SortState } from "@/grid/types";
import { useGridColumns } from "@/grid/useGridColumns";
import { useGridSource } from "@/queries/useGridSource";
import { words } from "@/words";
import { withEditedCells } from "./editedCells";
import { cellOf } from "./edits";
import type { ReviewFilter } from "./facets";
import { RecordPanel } from "./RecordPanel";
import {
  type ReviewRow,
  reviewColumns,
  reviewedColumns,
  reviewMark,
  toReviewRow,
  toSheetEdits,
} from "./reviewRows";
import type { ImportState } from "./useImport";

const NO_SORT: SortState[] = [];

interface ReviewGridProps {
  state: ImportState;
  preview: ImportPreview;
  sheetNames: string[];
  filter: ReviewFilter;
  onFind: () => void;
  showsDetails: boolean;
  onDetails: (shows: boolean) => void;
}

export function ReviewGrid(props: ReviewGridProps) {
  const { state, preview, sheetNames, filter } = props;
  const { choices, edits, take } = state;
  const { sheets } = preview;
  const source = useReviewRows(state, filter);
  const [activeRow, setActiveRow] = useState(0);
  const shown = useMemo(() => reviewedColumns(sheets, filter.sheet), [sheets, filter.sheet]);
  const typed = useMemo(() => new Map(edits.now.map((edit) => [cellOf(edit), edit.text])), [edits.now]);
  const names = useStableNames(sheetNames);
  const columns = useMemo(
    () => withEditedCells(reviewColumns({ sheets, columns: shown, sheetNames: names, typed }), shown),
    [sheets, shown, names, typed],
  );
  const table = useGridColumns({ name: null, columns, sort: NO_SORT, onSort: () => {} });
  const marks = useMemo(
    () => (row: ReviewRow, column: string) => reviewMark(row, column, shown, sheets),
    [shown, sheets],
  );
  const active = source.rowAt(activeRow);

  async function commitCells(cells: CellEdit[]): Promise<CellProblem[]> {
    const found = toSheetEdits(cells, shown, sheets);
    const problems = found.flatMap((edit, index) =>
      edit === null ? [{ index, message: words.imports.noCell }] : [],
    );
    if (problems.length === 0) take({ kind: "mend", edits: found.filter((edit) => edit !== null) });
    return problems;
  }

  return (
    <div className="flex min-h-64 flex-1 flex-col">
      {source.error && <ErrorNotice error={source.error} />}
      <div className="flex min-h-0 flex-1 gap-3">
        <Grid
          label={words.imports.review}
          source={source}
          table={table}
          columns={columns}
          marks={marks}
          onCommitCells={commitCells}
          onSelectionChange={(_rows, row) => setActiveRow(row)}
          onUndo={() => take({ kind: "undo" })}
          onFind={props.onFind}
          onOpenRow={() => props.onDetails(true)}
          empty={<EmptyState title={words.imports.noRowFits} />}
        />
        {(props.showsDetails || filter.onlyConflicts) && active && (
          <RecordPanel
            key={active.id}
            row={active}
            sheetName={sheetNames[active.sheet] ?? ""}
            plan={choices.plan}
            onTake={(key, taken) => take({ kind: "takeFile", key, take: taken })}
            onClose={() => props.onDetails(false)}
          />
        )}
      </div>
    </div>
  );
}

function useReviewRows({ choices, isCommitting }: ImportState, filter: ReviewFilter) {
  const request = useMemo(
    () => ({
      choices,
      outcome: filter.outcome === "ignored" ? null : filter.outcome,
      entity: filter.entity,
      sheet: filter.sheet,
      problem: filter.problem,
      onlyProblems: filter.onlyProblems,
      onlyConflicts: filter.onlyConflicts,
      search: filter.search.trim() === "" ? null : filter.search,
    }),
    [choices, filter],
  );
  return useGridSource<ReviewRow, "import_rows">("import_rows", request, toReviewRow, true, !isCommitting);
}

/** The same list as long as it says the same, so that the grid is not drawn again. */
function useStableNames(names: string[]): string[] {
  const joined = JSON.stringify(names);
  return useMemo(() => JSON.parse(joined) as string[], [joined]);
}
