/** Between the text of a cell and the value on the wire. Pure. */
import type { CellEditor } from "./types";

/** Choices may be typed or pasted by label or by code; anything else goes as typed, for Rust to refuse with a reason. */
export function toWire(editor: CellEditor, text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  if (editor.kind !== "select") return trimmed;
  const folded = trimmed.toLowerCase();
  const choice = editor.choices.find(
    ({ value, label }) => value === folded || label.toLowerCase() === folded,
  );
  return choice?.value ?? trimmed;
}
