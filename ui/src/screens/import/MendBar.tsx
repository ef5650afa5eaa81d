/** How many cells were edited, taking edits back and doing them again, and find and replace. */
import { Redo2, Replace, Undo2 } from "lucide-react";
import { Button } from "@/components/Button";
import { formatCount } from "@/format";
import { words } from "@/words";
import type { ImportState } from "./useImport";

export function MendBar({ state, onReplace }: { state: ImportState; onReplace: () => void }) {
  const { now, past, future } = state.edits;
  return (
    <>
      {now.length > 0 && (
        <span className="self-center text-muted" title={words.imports.editedNote}>
          {words.imports.edited(formatCount(now.length))}
        </span>
      )}
      <Button
        icon={Undo2}
        label={words.imports.undoEdit}
        disabled={past.length === 0}
        onClick={() => state.take({ kind: "undo" })}
      />
      <Button
        icon={Redo2}
        label={words.imports.redoEdit}
        disabled={future.length === 0}
        onClick={() => state.take({ kind: "redo" })}
      />
      <Button icon={Replace} onClick={onReplace}>
        {words.imports.replace}
      </Button>
    </>
  );
}
