/** How one sheet is read: what its rows are, its header on a preview of the first rows, and values for all rows. */
import { ErrorNotice } from "@/components/ErrorNotice";
import { formatCount } from "@/format";
import { words } from "@/words";
import { DefaultsEditor } from "./DefaultsEditor";
import { FirstRows } from "./FirstRows";
import { formatName } from "./formats";
import { HandOver } from "./HandOver";
import { isTwoRowHeader } from "./mapping";
import type { ShownSheet } from "./placement";
import { SheetSettings } from "./SheetSettings";
import { SiteQuestion } from "./SiteQuestion";
import type { ImportState } from "./useImport";

export function SheetDetail({ state, sheet }: { state: ImportState; sheet: ShownSheet }) {
  const { summary, chosen, read, file } = sheet;
  const headerRow = read?.settings.headerRow ?? chosen.headerRow ?? summary.headerRow;
  const target = read?.settings.target ?? chosen.target ?? summary.target;
  const place = { file: file.file, sheet: summary.name };
  const isTwoRows = isTwoRowHeader(summary.firstRows, headerRow, read?.settings.columns ?? []);
  const formatId = read?.settings.formatId ?? summary.formatId;
  const notes = [
    formatId && words.imports.format(formatName(formatId)),
    isTwoRows && words.imports.twoRows,
    summary.hiddenRows > 0 && words.imports.hiddenRows(formatCount(summary.hiddenRows)),
  ].filter(Boolean);
  return (
    <section
      aria-label={words.imports.sheetOf(summary.name)}
      className="flex min-h-0 min-w-0 flex-1 flex-col gap-3 overflow-y-auto"
    >
      <SheetSettings state={state} sheet={sheet} headerRow={headerRow} />
      {target && <HandOver target={target} fileId={file.file} migrationId={state.choices.migrationId} />}
      {read && <SiteQuestion state={state} read={read} />}
      <p className="min-h-5 text-muted">{notes.length > 0 ? notes.join(" · ") : words.imports.headerHelp}</p>
      {read?.problem && <ErrorNotice error={read.problem} />}
      {!read && summary.refusal && (
        <p className="rounded-md bg-danger-bg px-3 py-2 text-danger">
          {summary.refusal.message} {summary.refusal.hint}
        </p>
      )}
      <FirstRows
        rows={summary.firstRows}
        headerRow={headerRow}
        headerRows={isTwoRows ? 2 : 1}
        onHeader={(row) => state.take({ kind: "sheet", place, step: { kind: "header", headerRow: row } })}
      />
      {read && <DefaultsEditor state={state} read={read} />}
    </section>
  );
}
