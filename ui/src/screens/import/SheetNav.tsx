/** The sheets that are read, to go through them one by one; nothing where there is only one. */
import { CircleAlert } from "lucide-react";
import type { SheetPreview } from "@/bindings/SheetPreview";
import { labels, words } from "@/words";
import type { SheetPlace } from "./draft";
import { sheetTitle, waits } from "./placement";
import type { ImportState } from "./useImport";

interface SheetNavProps {
  state: ImportState;
  shown: SheetPreview | undefined;
  onPlace: (place: SheetPlace) => void;
}

export function SheetNav({ state, shown, onPlace }: SheetNavProps) {
  const sheets = state.preview?.sheets ?? [];
  if (sheets.length < 2) return null;
  return (
    <nav aria-label={words.imports.sheets} className="panel w-56 flex-none overflow-y-auto">
      <ul>
        {sheets.map((sheet) => {
          const isShown = sheet === shown;
          return (
            <li key={`${sheet.file} ${sheet.sheet}`}>
              <button
                type="button"
                className={`flex w-full min-w-0 flex-col px-3 py-1.5 text-left ${isShown ? "bg-(--selection)" : "hover:bg-raised"}`}
                aria-current={isShown || undefined}
                onClick={() => onPlace({ file: sheet.file, sheet: sheet.sheet })}
              >
                <span className="flex w-full items-center gap-1.5 font-medium">
                  <span className="min-w-0 truncate" title={sheetTitle(state, sheet)}>
                    {sheetTitle(state, sheet)}
                  </span>
                  {waits(sheet) && (
                    <CircleAlert aria-hidden className="ml-auto size-3.5 flex-none text-danger" />
                  )}
                </span>
                <span className="text-muted text-small">{labels.importTarget[sheet.settings.target]}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
