/** Fields that somebody changed since the last import and the file wants otherwise: one answer for all of them. */
import { GitCompareArrows } from "lucide-react";
import type { ImportPreview } from "@/bindings/ImportPreview";
import { Button } from "@/components/Button";
import { formatCount } from "@/format";
import { words } from "@/words";
import type { ImportState } from "./useImport";

export function ConflictBar({ state, preview }: { state: ImportState; preview: ImportPreview }) {
  if (preview.conflicts === 0) return null;
  const { takeFileAlways, takeFile } = state.choices.plan;
  const take = (always: boolean) => state.take({ kind: "takeFileAlways", always });
  return (
    <div className="flex flex-none items-center gap-2 rounded-md bg-warn-bg px-3 py-1.5 text-warn">
      <GitCompareArrows aria-hidden className="size-4 flex-none" />
      <p className="min-w-0 flex-1">
        {words.imports.conflictsTitle(formatCount(preview.conflicts))}{" "}
        {takeFileAlways ? words.imports.conflictsTaken : words.imports.conflictsKept}
      </p>
      {takeFileAlways ? (
        <Button onClick={() => take(false)}>{words.imports.oneByOne}</Button>
      ) : (
        <>
          {takeFile.length > 0 && <Button onClick={() => take(false)}>{words.imports.keepAll}</Button>}
          <Button onClick={() => take(true)}>{words.imports.takeAll}</Button>
        </>
      )}
    </div>
  );
}
