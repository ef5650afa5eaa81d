/** The sheets that are read, to go through them one by one; nothing where there is only one. */
import type { SheetPreview } from "@/bindings/SheetPreview";
import { labels, words } from "@/words";
import type { SheetPlace } from "./draft";
import type { ImportState } from "./useImport";
import { WaitMark } from "./WaitMark";

interface SheetNavProps {
  state: ImportState;
  shown: SheetPreview | undefined;
  onPlace: (place: SheetPlace) => void;
}

export function SheetNav({ state, shown, onPlace }: SheetNavProps) {
  const sheets = state.preview?.sheets ?? [];
  if (sheets.length < 2) return null;
  const files = [...new Set(sheets.map(({ file }) => file))];
  return (
    <nav aria-label={words.imports.sheets} className="panel w-48 flex-none xl:w-56 overflow-y-auto">
      {files.map((file) => {
        const own = sheets.filter((sheet) => sheet.file === file);
        return (
          <section key={file} aria-label={own[0]?.fileName}>
            {files.length > 1 && (
              <h3 className="truncate px-3 pt-2 font-semibold text-muted text-small" title={own[0]?.fileName}>
                {own[0]?.fileName}
              </h3>
            )}
            <ul>
              {own.map((sheet) => (
                <li key={sheet.sheet}>
                  <SheetButton
                    sheet={sheet}
                    isShown={sheet === shown}
                    onClick={() => onPlace({ file, sheet: sheet.sheet })}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

interface SheetButtonProps {
  sheet: SheetPreview;
  isShown: boolean;
  onClick: () => void;
}

function SheetButton({ sheet, isShown, onClick }: SheetButtonProps) {
  return (
    <button
      type="button"
      className={`flex w-full min-w-0 flex-col px-3 py-1.5 text-left ${isShown ? "bg-(--selection)" : "hover:bg-raised"}`}
      aria-current={isShown || undefined}
      onClick={onClick}
    >
      <span className="flex w-full items-center gap-1.5 font-medium">
        <span className="min-w-0 flex-1 truncate" title={sheet.sheet}>
          {sheet.sheet}
        </span>
        <WaitMark sheet={sheet} />
      </span>
      <span className="text-muted text-small">{labels.importTarget[sheet.settings.target]}</span>
    </button>
  );
}
