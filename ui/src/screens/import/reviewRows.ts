/** Records of the plan as rows of the grid: the original cells, each problem on the cell it speaks of. Pure. */
import type { ColumnMap } from "@/bindings/ColumnMap";
import type { ImportPlanRow } from "@/bindings/ImportPlanRow";
import type { Issue } from "@/bindings/Issue";
import type { CellMark, GridColumn } from "@/grid/types";
import { humanise } from "@/screens/activity/changes";
import { labels, words } from "@/words";

export interface ReviewRow extends ImportPlanRow {
  id: string;
}

export function toReviewRow(row: ImportPlanRow): ReviewRow {
  return { ...row, id: `${row.sourceRow}.${row.ordinal}` };
}

const cellColumn = (index: number) => `cell-${index}`;

export function reviewColumns(columns: ColumnMap[]): GridColumn<ReviewRow>[] {
  return [
    {
      id: "sourceRow",
      header: words.imports.row,
      width: 60,
      text: (row) => String(row.sourceRow),
      align: "right",
      pinned: true,
    },
    {
      id: "outcome",
      header: words.imports.outcome,
      width: 92,
      text: (row) => labels.importOutcome[row.outcome],
      pinned: true,
    },
    ...columns
      .filter((column) => !column.secret)
      .map(
        (column): GridColumn<ReviewRow> => ({
          id: cellColumn(column.index),
          header: column.field ? labels.importField[column.field] : column.header,
          width: column.field === "e164" ? 160 : 140,
          text: (row) => row.cells.find((cell) => cell.column === column.index)?.text ?? "",
          mono: column.field === "e164" || column.field === "extension",
          hidden: column.field === null,
        }),
      ),
    { id: "changes", header: words.imports.changes, width: 240, text: changesOf },
    {
      id: "problems",
      header: words.imports.problems,
      width: 420,
      text: (row) => row.issues.map(({ text }) => text).join(" "),
    },
  ];
}

function changesOf({ changes }: ReviewRow): string {
  return changes
    .map(({ field, old_value, new_value }) => `${humanise(field)}: ${old_value ?? "–"} → ${new_value ?? "–"}`)
    .join("; ");
}

/** The worst problem of a cell; one without a cell of its own stands in the last column. */
export function reviewMark(row: ReviewRow, column: string, columns: ColumnMap[]): CellMark | undefined {
  const about = row.issues.filter((issue) => columnOf(issue, columns) === column);
  const worst = about.find(({ severity }) => severity === "error") ?? about[0];
  return worst && { severity: worst.severity, reason: about.map(({ text }) => text).join(" ") };
}

function columnOf({ field }: Issue, columns: ColumnMap[]): string {
  const column = columns.find((candidate) => field !== null && candidate.field === field);
  return column ? cellColumn(column.index) : "problems";
}
