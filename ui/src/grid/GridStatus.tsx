/** The line below a grid: how many rows, what is selected, and why the active cell is marked. */
import { CircleAlert } from "lucide-react";
import { formatCount } from "@/format";
import { words } from "@/words";
import { cellCount, countRows, lastRange, type Selection, selectedRows } from "./selection";
import type { CellMark } from "./types";

interface GridStatusProps {
  total: number | undefined;
  selection: Selection;
  mark: CellMark | undefined;
  message: string;
}

export function GridStatus({ total, selection, mark, message }: GridStatusProps) {
  const rows = countRows(selectedRows(selection));
  const cells = cellCount(lastRange(selection));
  return (
    <div className="flex min-h-7 items-center gap-4 px-1 text-muted text-small">
      <span className="tabular-nums">
        {total === undefined ? words.common.loading : words.grid.rows(formatCount(total))}
      </span>
      {cells > 1 && total !== 0 && <span>{words.grid.selected(formatCount(rows), formatCount(cells))}</span>}
      {mark && (
        <span
          className={`flex min-w-0 items-center gap-1 ${mark.severity === "error" ? "text-danger" : "text-warn"}`}
        >
          <CircleAlert aria-hidden className="size-3.5 flex-none" />
          <span className="truncate">{mark.reason}</span>
        </span>
      )}
      <span className="ml-auto truncate">{message}</span>
      <span role="status" className="visually-hidden">
        {[message, mark?.reason].filter(Boolean).join(". ")}
      </span>
    </div>
  );
}
