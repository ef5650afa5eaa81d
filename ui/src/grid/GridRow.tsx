/** One rendered row. Memoised: a moving selection draws only the rows it touches again. */
import { type CSSProperties, memo } from "react";
import { words } from "@/words";
import { CellEditor, type EditorDone } from "./CellEditor";
import type { CellMark, GridColumn, GridRow as Row } from "./types";

export interface EditingCell {
  column: number;
  initial: string;
}

export interface ShownCell {
  mark?: CellMark;
  /** Replaces the stored text: under way, or refused. */
  text?: string;
  pending?: boolean;
}

export interface GridRowProps<R extends Row> {
  gridId: string;
  index: number;
  top: number;
  row: R | undefined;
  columns: GridColumn<R>[];
  styles: CSSProperties[];
  /** Which columns are selected, as `0,1,2`; a text compares cheaply. */
  selected: string;
  activeColumn: number | null;
  editing: EditingCell | null;
  shown: (row: R, column: GridColumn<R>) => ShownCell;
  onEditDone: (done: EditorDone) => void;
  onEditCancel: () => void;
}

export const cellId = (gridId: string, row: number, column: number) => `${gridId}-r${row}c${column}`;

function GridRowView<R extends Row>(props: GridRowProps<R>) {
  const { gridId, index, top, row, columns, selected } = props;
  const cells = columns.map((column) => (row ? props.shown(row, column) : {}));
  const mark = worst(cells);
  const chosen = new Set(selected === "" ? [] : selected.split(",").map(Number));
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="sheet-row"
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="rowheader"
        className="sheet-gutter"
        data-row={index}
        data-mark={mark?.severity}
        title={mark?.reason}
      >
        {mark ? <span aria-hidden>!</span> : null} {index + 1}
        {mark && <span className="visually-hidden">{words.grid.rowHasProblem}</span>}
      </div>
      {columns.map((column, at) => (
        <Cell
          key={column.id}
          {...props}
          column={column}
          at={at}
          id={cellId(gridId, index, at)}
          cell={cells[at] ?? {}}
          isSelected={chosen.has(at)}
        />
      ))}
    </div>
  );
}

interface CellProps<R extends Row> extends GridRowProps<R> {
  id: string;
  at: number;
  column: GridColumn<R>;
  cell: ShownCell;
  isSelected: boolean;
}

function Cell<R extends Row>({
  id,
  at,
  row,
  index,
  column,
  cell,
  isSelected,
  styles,
  activeColumn,
  editing,
  onEditDone,
  onEditCancel,
}: CellProps<R>) {
  const text = row ? (cell.text ?? column.text(row)) : "…";
  const isEditing = editing?.column === at && column.editor;
  return (
    <div
      role="gridcell"
      id={id}
      aria-colindex={at + 2}
      aria-selected={isSelected}
      aria-readonly={column.editor ? undefined : true}
      aria-invalid={cell.mark?.severity === "error" || undefined}
      className="sheet-cell"
      style={styles[at]}
      data-row={index}
      data-column={at}
      data-selected={isSelected || undefined}
      data-active={activeColumn === at || undefined}
      data-mark={cell.mark?.severity}
      data-pending={cell.pending || undefined}
      data-number={column.mono || undefined}
      data-pinned={column.pinned || undefined}
      data-align={column.align}
      data-read-only={column.editor ? undefined : true}
      title={cell.mark?.reason}
    >
      {row && column.render && cell.text === undefined ? column.render(row) : text}
      {isEditing && (
        <CellEditor
          editor={column.editor ?? { kind: "text" }}
          label={column.header}
          initial={editing.initial}
          onDone={onEditDone}
          onCancel={onEditCancel}
        />
      )}
    </div>
  );
}

function worst(cells: ShownCell[]): CellMark | undefined {
  const marks = cells.flatMap((cell) => (cell.mark ? [cell.mark] : []));
  return marks.find((mark) => mark.severity === "error") ?? marks[0];
}

export const GridRow = memo(GridRowView) as typeof GridRowView;
