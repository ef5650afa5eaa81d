/** Cells mended in the review, with what undo and redo need. The file itself stays as it is. Pure. */
import type { ImportEdit } from "@/bindings/ImportEdit";

export type SheetEdit = ImportEdit;

export interface Edits {
  now: readonly SheetEdit[];
  past: readonly (readonly SheetEdit[])[];
  future: readonly (readonly SheetEdit[])[];
}

export const NO_EDITS: Edits = { now: [], past: [], future: [] };

type Place = Pick<SheetEdit, "file" | "sheet" | "row" | "column">;

/** Names a cell among all files. */
export function cellOf({ file, sheet, row, column }: Place): string {
  return JSON.stringify([file, sheet, row, column]);
}

/** One act of mending, of one cell or of many. The last word about a cell counts. */
export function mend(edits: Edits, more: readonly SheetEdit[]): Edits {
  if (more.length === 0) return edits;
  const cells = new Map([...edits.now, ...more].map((edit) => [cellOf(edit), edit]));
  return { now: [...cells.values()], past: [...edits.past, edits.now], future: [] };
}

export function undo({ now, past, future }: Edits): Edits {
  const before = past.at(-1);
  if (!before) return { now, past, future };
  return { now: before, past: past.slice(0, -1), future: [now, ...future] };
}

export function redo({ now, past, future }: Edits): Edits {
  const [next, ...rest] = future;
  if (!next) return { now, past, future };
  return { now: next, past: [...past, now], future: rest };
}
