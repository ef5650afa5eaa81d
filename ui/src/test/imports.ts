/** Sheets, columns and previews of an import as the commands answer them; for tests. */
import type { ColumnMap } from "@/bindings/ColumnMap";
import type { ImportCounts } from "@/bindings/ImportCounts";
import type { ImportPreview } from "@/bindings/ImportPreview";
import type { ImportTarget } from "@/bindings/ImportTarget";
import type { OpenedImport } from "@/bindings/OpenedImport";
import type { SheetPreview } from "@/bindings/SheetPreview";

export function columnOf(index: number, more: Partial<ColumnMap>): ColumnMap {
  return {
    index,
    header: `H${index}`,
    field: null,
    group: null,
    keepInNotes: false,
    confidence: 90,
    why: "The header is known for this.",
    samples: [],
    secret: false,
    ...more,
  };
}

export const NO_COUNTS: ImportCounts = {
  rowsRead: 0,
  records: 0,
  inserted: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  ignored: 0,
  byEntity: [],
};

export function sheetOf(
  sheet: string,
  target: ImportTarget,
  columns: ColumnMap[],
  more: Partial<SheetPreview> = {},
): SheetPreview {
  return {
    file: "file-1",
    fileName: "inventory.xlsx",
    sheet,
    settings: {
      target,
      headerRow: 5,
      formatId: null,
      columns,
      valueMap: [],
      defaults: [],
      dateOrder: null,
      country: "US",
      isDemo: true,
    },
    profile: null,
    problem: null,
    counts: NO_COUNTS,
    ambiguousDates: [],
    ambiguousDate: null,
    ...more,
  };
}

export function previewOf(sheets: SheetPreview[], more: Partial<ImportPreview> = {}): ImportPreview {
  return {
    sheets,
    counts: NO_COUNTS,
    byEntity: [],
    facets: [],
    conflicts: 0,
    duplicates: { inFiles: 0, inMigration: 0, inOtherMigrations: 0 },
    warnings: [],
    ignored: [],
    sameFile: [],
    fingerprint: "print",
    ...more,
  };
}

export function openedOf(...names: string[]): OpenedImport {
  return {
    refused: [],
    discoveryWorkbooks: [],
    files: [
      {
        file: "file-1",
        fileName: "inventory.xlsx",
        format: "xlsx",
        encoding: null,
        sheets: names.map((name) => ({
          name,
          visibility: name.startsWith("Hidden") ? ("hidden" as const) : ("visible" as const),
          rows: 28,
          hiddenRows: 0,
          suggested: !name.startsWith("Hidden"),
          ignoredWhy: name.startsWith("Hidden") ? "hidden" : null,
          refusal: null,
          headerRow: 5,
          target: "phone_numbers" as const,
          formatId: null,
          profile: null,
          firstRows: [["Numbers of Example Corp"], [], ["TN / Range", "Use"], ["214-555-0100", "Main"]],
        })),
      },
    ],
  };
}
