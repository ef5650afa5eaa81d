/** Draws the cells that were edited in this import so that they can be told from the file's own. */
import type { GridColumn } from "@/grid/types";
import { words } from "@/words";
import { isEdited, type ReviewColumn, type ReviewRow } from "./reviewRows";

export function withEditedCells(
  columns: GridColumn<ReviewRow>[],
  shown: ReviewColumn[],
): GridColumn<ReviewRow>[] {
  return columns.map((column) => {
    const own = shown.find(({ id }) => id === column.id);
    if (!own) return column;
    const render = (row: ReviewRow) => {
      const text = column.text(row);
      if (!isEdited(row, own)) return text;
      return (
        <span className="border-accent border-b-2 border-dotted" title={words.imports.editedNote}>
          {text}
        </span>
      );
    };
    return { ...column, render };
  });
}
