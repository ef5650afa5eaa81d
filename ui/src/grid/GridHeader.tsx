/** The header row: names, sort order, widths. */
import { ArrowDown, ArrowUp } from "lucide-react";
import type { CSSProperties } from "react";
import { cellId } from "./GridRow";
import type { GridColumn, GridRow } from "./types";
import type { GridTable } from "./useGridColumns";

interface GridHeaderProps<Row> {
  gridId: string;
  table: GridTable;
  columns: GridColumn<Row>[];
  styles: CSSProperties[];
  activeColumn: number | null;
}

export function GridHeader<Row extends GridRow>({
  gridId,
  table,
  columns,
  styles,
  activeColumn,
}: GridHeaderProps<Row>) {
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  return (
    <div role="rowgroup" className="sheet-head">
      <div role="row" aria-rowindex={1} className="sheet-row">
        <div role="columnheader" className="sheet-gutter">
          #
        </div>
        {headers.map((header, at) => {
          const sorted = header.column.getIsSorted();
          const column = columns[at];
          return (
            <div
              key={header.id}
              role="columnheader"
              id={cellId(gridId, -1, at)}
              aria-colindex={at + 2}
              aria-sort={sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : undefined}
              className="sheet-column"
              style={styles[at]}
              data-sortable={column?.sortable || undefined}
              data-pinned={column?.pinned || undefined}
              data-active={activeColumn === at || undefined}
              onClick={() => column?.sortable && header.column.toggleSorting()}
              title={column?.header}
            >
              <span className="truncate">{column?.header}</span>
              {sorted === "asc" && <ArrowUp aria-hidden className="size-3 flex-none" />}
              {sorted === "desc" && <ArrowDown aria-hidden className="size-3 flex-none" />}
              <div
                className="sheet-resize"
                onMouseDown={header.getResizeHandler()}
                onTouchStart={header.getResizeHandler()}
                onClick={(event) => event.stopPropagation()}
                onDoubleClick={() => header.column.resetSize()}
                aria-hidden
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
