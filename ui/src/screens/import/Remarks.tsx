/** What is remarkable about the files as a whole: imported before, formulas, hidden rows. */
import { Link } from "@tanstack/react-router";
import { Info } from "lucide-react";
import type { ImportPreview } from "@/bindings/ImportPreview";
import type { ImportWarning } from "@/bindings/ImportWarning";
import { formatCount, formatInstant } from "@/format";
import { words } from "@/words";

const SHOWN_ROWS = 8;

export function Remarks({ preview, sheetNames }: { preview: ImportPreview; sheetNames: string[] }) {
  const { sameFile, warnings } = preview;
  if (sameFile.length === 0 && warnings.length === 0) return null;
  return (
    <div className="flex flex-none items-start gap-2 rounded-md bg-info-bg px-3 py-1.5 text-info">
      <Info aria-hidden className="mt-0.5 size-4 flex-none" />
      <div className="flex min-w-0 flex-1 flex-wrap gap-x-6">
        {sameFile.length > 0 && (
          <p>
            {words.imports.sameFile}{" "}
            {sameFile.map((batch, at) => (
              <span key={batch.id}>
                {at > 0 && ", "}
                <Link
                  to="/migrations/$migrationId/imports/$batchId"
                  params={{ migrationId: batch.migrationId, batchId: batch.id }}
                  className="text-info! underline"
                >
                  {words.imports.sameFileLink(formatInstant(batch.at))}
                </Link>
              </span>
            ))}
          </p>
        )}
        {warnings.length > 0 && <Warnings warnings={warnings} sheetNames={sheetNames} />}
      </div>
    </div>
  );
}

function Warnings({ warnings, sheetNames }: { warnings: ImportWarning[]; sheetNames: string[] }) {
  return (
    <details>
      <summary>{words.imports.warningCount(formatCount(warnings.length))}</summary>
      <ul aria-label={words.imports.warnings} className="max-h-32 overflow-y-auto pl-4">
        {warnings.map((warning) => (
          <li key={`${warning.sheet} ${warning.code} ${warning.value}`}>
            {sheetNames.length > 1 && `${sheetNames[warning.sheet]}: `}
            {[warning.value, warning.text].filter(Boolean).join(": ")} {rowsOf(warning)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function rowsOf({ rows }: ImportWarning): string {
  if (rows.length === 0) return "";
  if (rows.length === 1) return `(${words.imports.warningRow(String(rows[0]))})`;
  const shown = rows.slice(0, SHOWN_ROWS).join(", ");
  const more = rows.length - SHOWN_ROWS;
  return `(${words.imports.warningRows(more > 0 ? `${shown} ${words.imports.moreRows(formatCount(more))}` : shown)})`;
}
