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
    // WebKit offers a paste outside of text fields only to whoever claims the "before" event.
    const claim = (event: Event) => !hasOwnPaste(event) && event.preventDefault();
    document.addEventListener("beforepaste", claim);
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("beforepaste", claim);
      document.removeEventListener("paste", onPaste);
    };
  }, []);
}

/** A spreadsheet program ends even a single cell with a line break; text without one was copied somewhere else. */
function pastedCells(event: ClipboardEvent): string | null {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  return event.defaultPrevented || hasOwnPaste(event) || !/[\t\r\n]/.test(text) ? null : text;
}

/** Where a paste has a meaning of its own. */
const OWN_PASTE = "input, textarea, select, [contenteditable], [role=grid], [role=dialog]";

function hasOwnPaste({ target }: Event): boolean {
  return target instanceof HTMLElement && target.closest(OWN_PASTE) !== null;
}
