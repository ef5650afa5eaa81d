/** Says that a sheet waits for an answer; the text is for the pointer and for screen readers. */
import { CircleAlert } from "lucide-react";
import type { SheetPreview } from "@/bindings/SheetPreview";
import { words } from "@/words";
import { waits } from "./placement";

export function WaitMark({ sheet }: { sheet: SheetPreview | undefined }) {
  const kind = sheet && waits(sheet);
  if (!sheet || !kind) return null;
  const text = sheet.problem?.message ?? words.imports.dates;
  return (
    <span className="flex-none" title={text}>
      <CircleAlert aria-hidden className={`size-3.5 ${kind === "must" ? "text-danger" : "text-warn"}`} />
      <span className="visually-hidden">{text}</span>
    </span>
  );
}
