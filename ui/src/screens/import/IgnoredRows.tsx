/** Rows without a record, each with the reason. */
import { useMemo } from "react";
import type { IgnoredRow } from "@/bindings/IgnoredRow";
import type { ImportPreview } from "@/bindings/ImportPreview";
import { Grid } from "@/grid/Grid";
import { listSource } from "@/grid/listSource";
import type { GridColumn, SortState } from "@/grid/types";
import { useGridColumns } from "@/grid/useGridColumns";
import { labels, words } from "@/words";

type Row = IgnoredRow & { id: string };

const NO_SORT: SortState[] = [];

interface IgnoredRowsProps {
  preview: ImportPreview;
  sheetNames: string[];
  sheet: number | null;
}

export function IgnoredRows({ preview: { ignored }, sheetNames, sheet }: IgnoredRowsProps) {
  const source = useMemo(() => {
    const rows = ignored.filter((row) => sheet === null || row.sheet === sheet);
    return listSource(rows.map((row) => ({ ...row, id: `${row.sheet} ${row.sourceRow}` })));
  }, [ignored, sheet]);
  const columns = useMemo<GridColumn<Row>[]>(
    () => [
      {
        id: "row",
        header: words.imports.row,
        width: 72,
        align: "right",
        text: (row) => String(row.sourceRow),
      },
      { id: "sheet", header: words.imports.sheet, width: 200, text: (row) => sheetNames[row.sheet] ?? "" },
      { id: "reason", header: words.imports.reason, width: 360, text: reasonOf },
    ],
    [sheetNames],
  );
  const table = useGridColumns({ name: null, columns, sort: NO_SORT, onSort: () => {} });
  return (
    <div className="flex min-h-72 flex-1 flex-col">
      <Grid label={words.imports.ignoredRows} source={source} table={table} columns={columns} />
    </div>
  );
}

function reasonOf({ reason, ofRow }: IgnoredRow): string {
  const same = ofRow !== null && words.imports.sameAsRow(String(ofRow));
  return [labels.rowReason[reason], same].filter(Boolean).join(", ");
}
