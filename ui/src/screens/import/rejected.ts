/** Rejected records as rows of a grid: where they stand, why, and their cells as imported. Pure. */
import type { RejectedRow } from "@/bindings/RejectedRow";
import type { GridColumn } from "@/grid/types";
import { labels, words } from "@/words";

export type RejectedLine = RejectedRow & { id: string };

/** More columns than these tell nothing at a glance; the workbook has them all. */
const MAX_COLUMNS = 30;

export function toRejectedLine(row: RejectedRow, at: number): RejectedLine {
  return { ...row, id: `${at}` };
}

export function rejectedColumns(rows: RejectedRow[], isOneSheet: boolean): GridColumn<RejectedLine>[] {
  const headers = [...new Set(rows.flatMap(({ cells }) => cells.map(({ header }) => header)))].filter(
    Boolean,
  );
  return [
    {
      id: "row",
      header: words.imports.row,
      width: 56,
      align: "right",
      pinned: true,
      text: (row) => String(row.sourceRow),
    },
    { id: "sheet", header: words.imports.sheet, width: 120, hidden: isOneSheet, text: (row) => row.sheet },
    {
      id: "kind",
      header: words.imports.kind,
      width: 120,
      hidden: isOneSheet,
      text: (row) => labels.importTarget[row.entity],
    },
    {
      id: "reason",
      header: words.imports.reason,
      width: 420,
      text: (row) => row.issues.map(({ text }) => text).join(" "),
    },
    ...headers.slice(0, MAX_COLUMNS).map(
      (header): GridColumn<RejectedLine> => ({
        id: `cell-${header}`,
        header,
        width: 150,
        text: (row) => row.cells.find((cell) => cell.header === header)?.text ?? "",
      }),
    ),
  ];
}
