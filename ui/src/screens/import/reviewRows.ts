/** Records of the plan as rows of the grid: the original cells, each problem on the cell it speaks of. Pure. */
import type { ColumnMap } from "@/bindings/ColumnMap";
import type { ImportPlanRow } from "@/bindings/ImportPlanRow";
import type { ImportTarget } from "@/bindings/ImportTarget";
import type { Issue } from "@/bindings/Issue";
import type { SheetPreview } from "@/bindings/SheetPreview";
import type { CellEdit, CellMark, GridColumn } from "@/grid/types";
import { readChanges, type ShownChange } from "@/screens/activity/changes";
import { labels, words } from "@/words";
import { cellOf, type SheetEdit } from "./edits";
import { columnName } from "./mapping";

export interface ReviewRow extends ImportPlanRow {
  id: string;
}

export function toReviewRow(row: ImportPlanRow): ReviewRow {
  return { ...row, id: `${row.sheet}.${row.sourceRow}.${row.ordinal}` };
}

/** A column of the review: of one sheet its own, of several sheets those that give the same field. */
export interface ReviewColumn {
  id: string;
  header: string;
  isNumber: boolean;
  isHidden: boolean;
  /** Its place in each sheet, by the sheet's place in the preview. */
  indexes: ReadonlyMap<number, number>;
}

const NUMBERS = ["e164", "further_number", "main_number", "btn"];

export function reviewedColumns(sheets: SheetPreview[], only: number | null): ReviewColumn[] {
  const alone = only ?? (sheets.length === 1 ? 0 : null);
  return alone === null ? sharedColumns(sheets) : ownColumns(sheets[alone], alone);
}

function ownColumns(sheet: SheetPreview | undefined, place: number): ReviewColumn[] {
  const columns = (sheet?.settings.columns ?? []).filter(({ secret }) => !secret);
  return columns.map((column) => ({
    id: `cell-${column.index}`,
    header: column.field ? labels.importField[column.field] : columnName(column),
    isNumber: column.field !== null && NUMBERS.includes(column.field),
    isHidden: column.field === null,
    indexes: new Map([[place, column.index]]),
  }));
}

function sharedColumns(sheets: SheetPreview[]): ReviewColumn[] {
  const found = new Map<string, ReviewColumn & { indexes: Map<number, number> }>();
  sheets.forEach(({ settings }, place) => {
    const seen = new Map<string, number>();
    for (const { field, secret, index } of settings.columns) {
      if (field === null || secret) continue;
      const nth = (seen.get(field) ?? 0) + 1;
      seen.set(field, nth);
      const id = `field-${field}-${nth}`;
      const column = found.get(id) ?? {
        id,
        header: nth === 1 ? labels.importField[field] : `${labels.importField[field]} ${nth}`,
        isNumber: NUMBERS.includes(field),
        isHidden: false,
        indexes: new Map<number, number>(),
      };
      column.indexes.set(place, index);
      found.set(id, column);
    }
  });
  return [...found.values()];
}

interface Shown {
  sheets: SheetPreview[];
  columns: ReviewColumn[];
  /** Names the sheets where there are several. */
  sheetNames: string[];
  /** What was typed and may not yet be in the rows, by cell. */
  typed: ReadonlyMap<string, string>;
}

export function reviewColumns({ sheets, columns, sheetNames, typed }: Shown): GridColumn<ReviewRow>[] {
  const isOne = sheetNames.length === 1;
  const text = (row: ReviewRow, indexes: ReadonlyMap<number, number>) => {
    const index = indexes.get(row.sheet);
    if (index === undefined) return "";
    const place = placeOf(row, index, sheets);
    const edited = place && typed.get(cellOf(place));
    return edited ?? row.cells.find((cell) => cell.column === index)?.text ?? "";
  };
  return [
    {
      id: "sourceRow",
      header: words.imports.row,
      width: 56,
      text: (row) => String(row.sourceRow),
      align: "right",
      pinned: true,
    },
    {
      id: "outcome",
      header: words.imports.outcome,
      width: 104,
      text: (row) => labels.importOutcome[row.outcome],
      pinned: true,
    },
    {
      id: "sheet",
      header: words.imports.sheet,
      width: 130,
      text: (row) => sheetNames[row.sheet] ?? "",
      hidden: isOne,
    },
    {
      id: "kind",
      header: words.imports.kind,
      width: 120,
      text: (row) => labels.importTarget[row.entity],
      hidden: isOne,
    },
    ...columns.map(
      (column): GridColumn<ReviewRow> => ({
        id: column.id,
        header: column.header,
        width: column.isNumber ? 170 : 140,
        text: (row) => text(row, column.indexes),
        editor: { kind: "text" },
        mono: column.isNumber,
        hidden: column.isHidden,
      }),
    ),
    {
      id: "changes",
      header: words.imports.changes,
      width: 240,
      text: (row) => changesOf(row).map(told).join("; "),
    },
    {
      id: "problems",
      header: words.imports.problems,
      width: 420,
      text: (row) => row.issues.map((issue) => issue.text).join(" "),
    },
  ];
}

/** The records in the log's words, by kind of row. */
const RECORDS: Readonly<Record<ImportTarget, string>> = {
  phone_numbers: "phone_number",
  end_users: "end_user",
  resource_accounts: "resource_account",
  call_queues: "call_queue",
  call_queue_agents: "call_queue_agent",
  call_queue_groups: "call_queue",
  auto_attendants: "auto_attendant",
  sites: "site",
  losing_account_numbers: "losing_account_number",
  port_order_events: "port_order",
  emergency_locations: "emergency_location",
  network_segments: "network_segment",
  circuits: "circuit",
  special_lines: "special_line",
  devices: "device",
  licenses: "license",
  contacts: "contact",
};

export function changesOf({ entity, changes }: Pick<ImportPlanRow, "entity" | "changes">): ShownChange[] {
  return readChanges({ entityType: RECORDS[entity], changes }).map((change) => ({
    ...change,
    field: fieldName(change.field),
  }));
}

/** A value of a field as people read it. */
export function readValue(entity: ImportTarget, field: string, value: unknown): ShownChange | undefined {
  return changesOf({ entity, changes: [{ field, old_value: null, new_value: value }] })[0];
}

/** As the mapping calls the field, where it knows it; else the log's words with a capital. */
function fieldName(words: string): string {
  const known: Readonly<Record<string, string>> = labels.importField;
  return known[words.toLowerCase().replaceAll(" ", "_")] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function told({ field, before, after }: ShownChange): string {
  return `${field}: ${before || "–"} → ${after || "–"}`;
}

/** The worst problem of a cell; one without a cell of its own stands in the last column. */
export function reviewMark(
  row: ReviewRow,
  column: string,
  columns: ReviewColumn[],
  sheets: SheetPreview[],
): CellMark | undefined {
  const about = row.issues.filter((issue) => columnOf(row, issue, columns, sheets) === column);
  const worst = about.find(({ severity }) => severity === "error") ?? about[0];
  return worst && { severity: worst.severity, reason: about.map(({ text }) => text).join(" ") };
}

function columnOf(row: ReviewRow, issue: Issue, columns: ReviewColumn[], sheets: SheetPreview[]): string {
  const own = sheets[row.sheet]?.settings.columns.filter(
    ({ field }) => field !== null && field === issue.field,
  );
  const text = ({ index }: ColumnMap) => row.cells.find((cell) => cell.column === index)?.text.trim() ?? "";
  const found = own?.find((column) => text(column) === issue.value.trim()) ?? own?.[0];
  const shown = columns.find(({ indexes }) => found && indexes.get(row.sheet) === found.index);
  return shown?.id ?? "problems";
}

function placeOf(row: { sheet: number; sourceRow: number }, column: number, sheets: SheetPreview[]) {
  const sheet = sheets[row.sheet];
  return sheet && { file: sheet.file, sheet: sheet.sheet, row: row.sourceRow, column };
}

/** What was typed into the grid as edits of the files' cells; `null` where the row's sheet has no such cell. */
export function toSheetEdits(
  edits: CellEdit[],
  columns: ReviewColumn[],
  sheets: SheetPreview[],
): (SheetEdit | null)[] {
  return edits.map(({ rowId, column, value }) => {
    const [sheet = 0, sourceRow = 0] = rowId.split(".").map(Number);
    const index = columns.find(({ id }) => id === column)?.indexes.get(sheet);
    const place = index === undefined ? undefined : placeOf({ sheet, sourceRow }, index, sheets);
    return place ? { ...place, text: value ?? "" } : null;
  });
}

/** Whether a cell was edited in this import. */
export function isEdited(row: ReviewRow, column: ReviewColumn): boolean {
  const index = column.indexes.get(row.sheet);
  return index !== undefined && row.edited.includes(index);
}
