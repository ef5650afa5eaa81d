/** One sheet in the list: a tick to import it, a click to look at it. */
import type { SheetSummary } from "@/bindings/SheetSummary";
import { Chip } from "@/components/Chip";
import { formatCount } from "@/format";
import { labels, words } from "@/words";
import { isAt, type SheetPlace } from "./draft";
import { sheetAt } from "./placement";
import type { ImportState } from "./useImport";
import { WaitMark } from "./WaitMark";

interface SheetLineProps {
  state: ImportState;
  place: SheetPlace;
  summary: SheetSummary;
  isShown: boolean;
  onPlace: () => void;
}

export function SheetLine({ state, place, summary, isShown, onPlace }: SheetLineProps) {
  const included = state.sheets.find((sheet) => isAt(sheet, place))?.include ?? false;
  const read = sheetAt(state, place)?.read;
  const target = read?.settings.target ?? summary.target;
  const isEmpty = summary.ignoredWhy === "empty";
  return (
    <li className={`flex items-start gap-2 pr-2 pl-3 ${isShown ? "bg-(--selection)" : "hover:bg-raised"}`}>
      <input
        type="checkbox"
        className="mt-2 size-4 flex-none accent-accent"
        aria-label={words.imports.include(summary.name)}
        checked={included}
        disabled={isEmpty}
        onChange={(event) => {
          onPlace();
          state.take({ kind: "sheet", place, step: { kind: "include", include: event.target.checked } });
        }}
      />
      <button
        type="button"
        className="flex min-w-0 flex-1 flex-col py-1.5 text-left"
        aria-current={isShown || undefined}
        onClick={onPlace}
      >
        <span className="flex w-full items-center gap-1.5">
          <span className={`min-w-0 truncate font-medium ${included ? "" : "text-muted"}`}>
            {summary.name}
          </span>
          <WaitMark sheet={read} />
          <span className="ml-auto flex-none text-muted text-small tabular-nums">
            {words.imports.sheetRows(formatCount(summary.rows))}
          </span>
        </span>
        <span className="flex w-full items-center gap-1.5 text-muted text-small">
          {included && target ? labels.importTarget[target] : reasonOf(summary)}
          {summary.visibility !== "visible" && (
            <Chip tone="warn">{labels.visibility[summary.visibility]}</Chip>
          )}
        </span>
      </button>
    </li>
  );
}

function reasonOf({ refusal, ignoredWhy, visibility }: SheetSummary): string {
  if (refusal) return refusal.message;
  if (visibility !== "visible" || ignoredWhy === null) return words.imports.notImported;
  const why: Readonly<Record<string, string>> = words.imports.ignoredWhy;
  return why[ignoredWhy] ?? ignoredWhy;
}
