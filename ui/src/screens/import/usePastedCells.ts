/** Cells copied in a spreadsheet program and pasted onto the import, outside of every field: a file like any other. */
import { useEffect, useRef } from "react";
import { notifyError } from "@/components/Toast";
import { toApiError } from "@/host/error";
import { call } from "@/queries/commands";
import type { NamedFile } from "./files";

export function usePastedCells(onFile: (file: NamedFile) => void) {
  const take = useRef(onFile);
  take.current = onFile;
  useEffect(() => {
    function onPaste(event: ClipboardEvent) {
      const text = pastedCells(event);
      if (text === null) return;
      event.preventDefault();
      call("import_paste", { text })
        .then((file) => take.current(file))
        .catch((cause) => notifyError(toApiError(cause)));
    }
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, []);
}

/** A spreadsheet program ends even a single cell with a line break; text without one was copied somewhere else. */
function pastedCells({ defaultPrevented, target, clipboardData }: ClipboardEvent): string | null {
  const isTaken = target instanceof HTMLElement && target.closest(OWN_PASTE) !== null;
  const text = clipboardData?.getData("text/plain") ?? "";
  return defaultPrevented || isTaken || !/[\t\r\n]/.test(text) ? null : text;
}

/** Where a paste has a meaning of its own. */
const OWN_PASTE = "input, textarea, select, [contenteditable], [role=grid], [role=dialog]";
