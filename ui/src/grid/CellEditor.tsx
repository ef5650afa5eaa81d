/** The control that covers a cell while it is edited. */
import { type KeyboardEvent, useRef, useState } from "react";
import { words } from "@/words";
import type { CellEditor as Editor } from "./types";

export interface EditorDone {
  value: string;
  /** The key that ended it, so that the active cell moves as in Excel; `null` when the focus went elsewhere. */
  key: "Enter" | "Tab" | null;
  back: boolean;
}

interface CellEditorProps {
  editor: Editor;
  label: string;
  initial: string;
  /** Select the whole text first (F2 keeps the caret at the end). */
  onDone: (done: EditorDone) => void;
  onCancel: () => void;
}

export function CellEditor({ editor, label, initial, onDone, onCancel }: CellEditorProps) {
  const [draft, setDraft] = useState(initial);
  const finished = useRef(false);

  function finish(key: EditorDone["key"], back = false) {
    if (finished.current) return;
    finished.current = true;
    onDone({ value: draft, key, back });
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === "Escape") {
      event.preventDefault();
      finished.current = true;
      onCancel();
    } else if ((event.key === "Enter" && !event.altKey) || event.key === "Tab") {
      event.preventDefault();
      finish(event.key, event.shiftKey);
    }
  }

  const shared = {
    className: "sheet-editor",
    "aria-label": words.grid.editing(label),
    autoFocus: true,
    onKeyDown,
    onBlur: () => finish(null),
    onPointerDown: (event: { stopPropagation: () => void }) => event.stopPropagation(),
  };
  if (editor.kind === "select") {
    const known = editor.choices.some((choice) => choice.label === draft);
    return (
      <select {...shared} value={draft} onChange={(event) => setDraft(event.target.value)}>
        {!known && <option value={draft}>{draft}</option>}
        {editor.choices.map(({ value, label: text }) => (
          <option key={value} value={text}>
            {text}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...shared}
      type={editor.kind === "date" ? "date" : "text"}
      spellCheck={false}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
    />
  );
}
