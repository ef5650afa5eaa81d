/** Text pasted outside of every field: cells of a spreadsheet are a status sheet, other text is an e-mail. */
import { useEffect, useRef } from "react";
import { notifyError } from "@/components/Toast";
import { toApiError } from "@/host/error";
import { call } from "@/queries/commands";

interface Told {
  id: string;
  name: string;
  mail: boolean;
}

/** Gives a way to read a text, for whoever has it in a field. */
export function usePastedText(onFile: (file: Told) => void): (text: string) => void {
  const take = useRef(onFile);
  take.current = onFile;
  useEffect(() => {
    function onPaste(event: ClipboardEvent) {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (event.defaultPrevented || hasOwnPaste(event) || text.trim() === "") return;
      event.preventDefault();
      read(text, take.current);
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
  return (text) => read(text, take.current);
}

function read(text: string, onFile: (file: Told) => void) {
  const mail = !areCells(text);
  call(mail ? "status_mail_paste" : "import_paste", { text })
    .then((file) => onFile({ ...file, mail }))
    .catch((cause) => notifyError(toApiError(cause)));
}

/** A spreadsheet program writes tabs between the cells of every row. */
export function areCells(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  return lines.length > 1 && lines.every((line) => line.includes("\t"));
}

/** Where a paste has a meaning of its own. */
function hasOwnPaste({ target }: Event): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [role=dialog]") !== null;
}
