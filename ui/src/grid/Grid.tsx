/**
 * The one spreadsheet of PortFlow: numbers, people, import review and order lines. It draws a window of the rows,
 * keeps the focus on itself and points at the active cell, so that keys, clipboard and screen readers work alike.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type CSSProperties,
  type PointerEvent,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { useRowHeight } from "@/shell/appearance";
import { words } from "@/words";
import type { EditorDone } from "./CellEditor";
import { GridHeader } from "./GridHeader";
import { cellId, GridRow as RowView, type ShownCell } from "./GridRow";
import { GridStatus } from "./GridStatus";
import { advance } from "./navigation";
import { capIndexes } from "./pages";
import {
  addCell,
  clampSelection,
  extendTo,
  isSelected,
  type RowSpan,
  type Selection,
  selectedRows,
  selectRows,
  singleCell,
} from "./selection";
import type { CellEdit, CellMark, CellProblem, GridColumn, GridRow, GridSource } from "./types";
import { cellKey, useCellEdits } from "./useCellEdits";
import { useGridClipboard } from "./useGridClipboard";
import type { GridTable } from "./useGridColumns";
import { useGridKeys } from "./useGridKeys";
import { useStable } from "./useStable";

const HEADER_HEIGHT = 32;
const GUTTER_WIDTH = 62;

export interface GridProps<Row extends GridRow> {
  label: string;
  source: GridSource<Row>;
  /** From `useGridColumns`, so that a toolbar can offer the same columns. */
  table: GridTable;
  columns: GridColumn<Row>[];
  marks?: (row: Row, column: string) => CellMark | undefined;
  onCommitCells?: (edits: CellEdit[]) => Promise<CellProblem[]>;
  onSelectionChange?: (rows: RowSpan[], activeRow: number) => void;
  onUndo?: () => void;
  onFind?: () => void;
  onOpenRow?: (row: number) => void;
  /** Text is pasted at a column, none in an empty grid; true when it is taken care of. */
  onPasteText?: (text: string, column: string | undefined) => boolean;
  empty?: React.ReactNode;
}

export function Grid<Row extends GridRow>(props: GridProps<Row>) {
  const { source, table, columns: all, onSelectionChange } = props;
  const gridId = useId();
  const element = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const [selection, setSelection] = useState<Selection>(() => singleCell({ row: 0, column: 0 }));
  const [headerColumn, setHeaderColumn] = useState<number | null>(null);
  const [editing, setEditing] = useState<{ row: number; column: number; initial: string } | null>(null);
  const [message, setMessage] = useState("");

  const { columns, styles } = useVisibleColumns(table, all);
  const bounds = useMemo(
    () => ({ rows: source.total ?? 0, columns: columns.length }),
    [source.total, columns.length],
  );
  const cells = useCellEdits({ source, columns, onCommitCells: props.onCommitCells, announce: setMessage });
  const { rows, virtualizer } = useRowWindow(element, bounds.rows, rowHeight, source);

  const select = useCallback(
    (next: Selection) => {
      setSelection(next);
      setHeaderColumn(null);
      onSelectionChange?.(selectedRows(next), next.active.row);
      const { head } = next.ranges.at(-1) ?? { head: next.active };
      virtualizer.scrollToIndex(head.row);
      scrollToColumn(element.current, styles, columns, head.column);
    },
    [onSelectionChange, virtualizer, styles, columns],
  );

  useEffect(() => {
    if (bounds.rows > 0) setSelection((before) => clampSelection(before, bounds));
  }, [bounds]);

  const textAt = useCallback(
    (row: number, column: number) => {
      const record = source.rowAt(row);
      return record && columns[column]?.text(record);
    },
    [source, columns],
  );

  const beginEdit = useCallback(
    (initial: string | null) => {
      const { row, column } = selection.active;
      const record = source.rowAt(row);
      if (!record || !columns[column]?.editor || !props.onCommitCells) {
        setMessage(words.grid.readOnly);
        return;
      }
      const refused = cells.refused.get(cellKey(record.id, columns[column].id));
      setEditing({ row, column, initial: initial ?? refused?.value ?? columns[column].text(record) });
    },
    [selection.active, source, columns, props.onCommitCells, cells.refused],
  );

  // Stable, or a row would be drawn again whenever anything around the grid changes.
  const endEdit = useStable(({ value, key, back }: EditorDone) => {
    if (!editing) return;
    setEditing(null);
    cells.commit([{ row: editing.row, column: editing.column, value }]);
    if (key) {
      select(singleCell(advance(editing, key, back, bounds)));
      element.current?.focus({ preventScroll: true });
    }
  });
  const cancelEdit = useStable(() => {
    setEditing(null);
    element.current?.focus({ preventScroll: true });
  });

  const sortColumn = useCallback(
    (at: number) => {
      const column = columns[at];
      if (column?.sortable) table.getColumn(column.id)?.toggleSorting();
    },
    [columns, table],
  );

  const onKeyDown = useGridKeys({
    bounds,
    selection,
    headerColumn,
    pageRows: Math.max(1, Math.floor((element.current?.clientHeight ?? 400) / rowHeight) - 2),
    textAt,
    select,
    focusHeader: setHeaderColumn,
    sortColumn,
    beginEdit,
    commit: cells.commit,
    escape: cells.forgetRefused,
    onTooMany: () => setMessage(words.grid.tooMany),
    onUndo: props.onUndo,
    onFind: props.onFind,
    onOpenRow: () => props.onOpenRow?.(selection.active.row),
  });
  useGridClipboard({
    element,
    source,
    columns,
    bounds,
    selection,
    select,
    commit: cells.commit,
    announce: setMessage,
    onPasteText: props.onPasteText,
  });
  const pointer = usePointer(selection, columns.length, select, () => beginEdit(null));

  const { marks } = props;
  const { pending, refused } = cells;
  const shown = useCallback(
    (row: Row, column: GridColumn<Row>): ShownCell => {
      const key = cellKey(row.id, column.id);
      const refusal = refused.get(key);
      if (refusal) return { text: refusal.value, mark: { severity: "error", reason: refusal.message } };
      const text = pending.get(key);
      return { text, pending: text !== undefined, mark: marks?.(row, column.id) };
    },
    [pending, refused, marks],
  );

  const active = headerColumn === null ? selection.active : { row: -1, column: headerColumn };
  const activeRecord = active.row >= 0 ? source.rowAt(active.row) : undefined;
  const activeColumn = columns[active.column];
  const activeMark = activeRecord && activeColumn ? shown(activeRecord, activeColumn).mark : undefined;
  const isDrawn = active.row === -1 || rows.some((row) => row.index === active.row);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div
        ref={element}
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={bounds.rows + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-activedescendant={
          isDrawn && bounds.rows > 0 ? cellId(gridId, active.row, active.column) : undefined
        }
        aria-busy={source.total === undefined}
        className="sheet min-h-0 flex-1"
        onKeyDown={editing ? undefined : onKeyDown}
        {...pointer}
      >
        <GridHeader
          gridId={gridId}
          table={table}
          columns={columns}
          styles={styles}
          activeColumn={headerColumn}
        />
        <div role="rowgroup" className="sheet-body" style={{ height: virtualizer.getTotalSize() }}>
          {rows.map(({ index, start }) => (
            <RowView
              key={index}
              gridId={gridId}
              index={index}
              top={start - HEADER_HEIGHT}
              row={source.rowAt(index)}
              columns={columns}
              styles={styles}
              selected={selectedColumns(selection, index, columns.length)}
              activeColumn={active.row === index ? active.column : null}
              editing={editing?.row === index ? editing : null}
              shown={shown}
              onEditDone={endEdit}
              onEditCancel={cancelEdit}
            />
          ))}
        </div>
        {source.total === 0 && <div className="sticky left-0 w-full">{props.empty}</div>}
      </div>
      <GridStatus total={source.total} selection={selection} mark={activeMark} message={message} />
    </div>
  );
}

function useVisibleColumns<Row extends GridRow>(table: GridTable, all: GridColumn<Row>[]) {
  const { columnVisibility, columnSizing } = table.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the header groups follow from exactly these parts of the state
  return useMemo(() => {
    const headers = table.getHeaderGroups()[0]?.headers ?? [];
    const columns = headers.flatMap((header) => all.find((column) => column.id === header.column.id) ?? []);
    let left = GUTTER_WIDTH;
    const styles: CSSProperties[] = headers.map((header) => {
      const width = header.getSize();
      const pinned = header.column.getIsPinned() === "start";
      const style: CSSProperties = pinned ? { width, left } : { width };
      if (pinned) left += width;
      return style;
    });
    return { columns, styles };
  }, [table, all, columnVisibility, columnSizing]);
}

function useRowWindow<Row>(
  element: React.RefObject<HTMLDivElement | null>,
  count: number,
  rowHeight: number,
  source: GridSource<Row>,
) {
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => element.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: HEADER_HEIGHT,
    scrollPaddingStart: HEADER_HEIGHT,
    rangeExtractor: ({ startIndex, endIndex, overscan, count: rows }) => {
      const first = Math.max(0, startIndex - overscan);
      const last = Math.min(rows - 1, endIndex + overscan);
      return capIndexes(Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at));
    },
  });
  useEffect(() => {
    if (rowHeight > 0) virtualizer.measure();
  }, [virtualizer, rowHeight]);
  const rows = virtualizer.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? 0;
  const { show } = source;
  useEffect(() => show(first, last), [show, first, last]);
  return { rows, virtualizer };
}

function selectedColumns(selection: Selection, row: number, columns: number): string {
  const chosen: number[] = [];
  for (let column = 0; column < columns; column += 1) {
    if (isSelected(selection, row, column)) chosen.push(column);
  }
  return chosen.join(",");
}

/** The mouse: click, drag, Shift and Ctrl, the gutter for whole rows, a double click to edit. */
function usePointer(
  selection: Selection,
  columns: number,
  select: (next: Selection) => void,
  edit: () => void,
) {
  const dragging = useRef(false);
  const target = (event: { target: EventTarget }) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-row]");
    if (!cell) return null;
    const { row, column } = cell.dataset;
    return { row: Number(row), column: column === undefined ? null : Number(column) };
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      const at = target(event);
      if (!at || event.button !== 0) return;
      const position = { row: at.row, column: at.column ?? 0 };
      const next = event.shiftKey
        ? extendTo(selection, position)
        : event.ctrlKey || event.metaKey
          ? addCell(selection, position)
          : singleCell(position);
      select(at.column === null ? selectRows(next, columns) : next);
      dragging.current = at.column !== null;
    },
    onPointerOver: (event: PointerEvent) => {
      if (!dragging.current || event.buttons !== 1) return;
      const at = target(event);
      if (at && at.column !== null) select(extendTo(selection, { row: at.row, column: at.column }));
    },
    onPointerUp: () => {
      dragging.current = false;
    },
    onDoubleClick: (event: { target: EventTarget }) => {
      if (target(event)?.column !== null) edit();
    },
  };
}

/** Brings a column out from under the gutter and the pinned columns. */
function scrollToColumn<Row>(
  grid: HTMLDivElement | null,
  styles: CSSProperties[],
  columns: GridColumn<Row>[],
  at: number,
) {
  if (!grid || columns[at]?.pinned) return;
  const width = (style: CSSProperties | undefined) => Number(style?.width ?? 0);
  const left = GUTTER_WIDTH + styles.slice(0, at).reduce((sum, style) => sum + width(style), 0);
  const fixed = styles.reduce(
    (sum, style, index) => sum + (columns[index]?.pinned ? width(style) : 0),
    GUTTER_WIDTH,
  );
  const right = left + width(styles[at]);
  if (left - fixed < grid.scrollLeft) grid.scrollLeft = left - fixed;
  else if (right > grid.scrollLeft + grid.clientWidth) grid.scrollLeft = right - grid.clientWidth;
}
