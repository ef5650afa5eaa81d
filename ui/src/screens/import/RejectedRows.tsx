/** Rejected records of a committed import in the grid, and the workbook with them to mend and import again. */
import { Save } from "lucide-react";
import { useMemo } from "react";
import type { ImportBatch } from "@/bindings/ImportBatch";
import type { ImportSheet } from "@/bindings/ImportSheet";
import type { RejectedRow } from "@/bindings/RejectedRow";
import { Button } from "@/components/Button";
import { Section } from "@/components/Page";
import { notify, notifyError } from "@/components/Toast";
import { formatCount } from "@/format";
import { Grid } from "@/grid/Grid";
import { listSource } from "@/grid/listSource";
import type { SortState } from "@/grid/types";
import { useGridColumns } from "@/grid/useGridColumns";
import { host } from "@/host";
import { toApiError } from "@/host/error";
import { useWrite } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import { rejectedColumns, toRejectedLine } from "./rejected";

const NO_SORT: SortState[] = [];
/** Tall enough for a glance; the grid scrolls from there. */
const MAX_ROWS = 14;

interface RejectedRowsProps {
  batch: ImportBatch;
  sheets: ImportSheet[];
  rows: RejectedRow[];
}

export function RejectedRows({ batch, sheets, rows }: RejectedRowsProps) {
  const save = useWrite("import_rejected_save");
  const mayChange = useMayChange();
  async function saveWorkbook() {
    try {
      const name = batch.fileName.replace(/\.[^.\s]+(?=$| and )/, "");
      const file = await host().pickSave("workbook", words.imports.rejectedFile(name));
      if (!file) return;
      const saved = await save.mutateAsync({ id: batch.id, fileId: file.id });
      notify(words.imports.saved(saved.fileName));
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  return (
    <Section
      title={words.imports.rejectedRows}
      flush
      actions={
        mayChange &&
        batch.rejected > 0 && (
          <Button icon={Save} onClick={saveWorkbook} busy={save.isPending}>
            {words.imports.saveRejected}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <p className="p-3 text-muted">{words.imports.noRejected}</p>
      ) : (
        <>
          {batch.rejected > rows.length && (
            <p className="p-3 text-muted">{words.imports.firstRejected(formatCount(rows.length))}</p>
          )}
          <RejectedGrid rows={rows} isOneSheet={sheets.length === 1} />
        </>
      )}
    </Section>
  );
}

function RejectedGrid({ rows, isOneSheet }: { rows: RejectedRow[]; isOneSheet: boolean }) {
  const source = useMemo(() => listSource(rows.map(toRejectedLine)), [rows]);
  const columns = useMemo(() => rejectedColumns(rows, isOneSheet), [rows, isOneSheet]);
  const table = useGridColumns({ name: null, columns, sort: NO_SORT, onSort: () => {} });
  const shown = Math.min(rows.length, MAX_ROWS);
  return (
    <div className="flex flex-col" style={{ height: `calc(var(--row) * ${shown} + var(--header) + 44px)` }}>
      <Grid label={words.imports.rejectedRows} source={source} table={table} columns={columns} />
    </div>
  );
}
