/** The keys of a spreadsheet within the review: undo, redo, find, replace. */
import type { KeyboardEvent } from "react";
import type { ImportState } from "./useImport";

interface MendKeys {
  find: () => void;
  replace: () => void;
}

export function useMendKeys(state: ImportState, { find, replace }: MendKeys) {
  return (event: KeyboardEvent) => {
    const ctrl = event.ctrlKey || event.metaKey;
    if (event.defaultPrevented || !ctrl || event.altKey) return;
    const action = actionOf(event);
    // A text field undoes its own typing.
    if (!action || (action !== "find" && action !== "replace" && isTextField(event.target))) return;
    event.preventDefault();
    if (action === "find") find();
    else if (action === "replace") replace();
    else state.take({ kind: action });
  };
}

function actionOf(event: KeyboardEvent): "undo" | "redo" | "find" | "replace" | null {
  switch (event.key.toLowerCase()) {
    case "z":
      return event.shiftKey ? "redo" : "undo";
    case "y":
      return "redo";
    case "f":
      return "find";
    case "h":
      return "replace";
    default:
      return null;
  }
}

function isTextField(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea") !== null;
}
