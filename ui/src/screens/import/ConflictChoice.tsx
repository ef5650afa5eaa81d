/** A field with its three values: what the file says, what the last import wrote, what stands there now. */
import { useId } from "react";
import type { FieldConflict } from "@/bindings/FieldConflict";
import type { ImportTarget } from "@/bindings/ImportTarget";
import { words } from "@/words";
import { readValue } from "./reviewRows";

interface ConflictChoiceProps {
  entity: ImportTarget;
  conflict: FieldConflict;
  /** The file was chosen for every conflict. */
  isForAll: boolean;
  /** As chosen, which the plan may not yet say. */
  takesFile: boolean;
  onTake: (take: boolean) => void;
}

export function ConflictChoice({ entity, conflict, isForAll, takesFile, onTake }: ConflictChoiceProps) {
  const name = useId();
  const { field, file, lastImport, now, canTake } = conflict;
  const shown = (value: unknown) => readValue(entity, field, value)?.after || "–";
  const title = readValue(entity, field, file)?.field ?? field;
  const choice = (label: string, value: unknown, take: boolean) => (
    <label className="flex items-baseline gap-2">
      <input
        type="radio"
        name={name}
        className="accent-accent"
        aria-label={`${take ? words.imports.takeFile(title) : words.imports.keepNow(title)}: ${shown(value)}`}
        checked={(canTake && takesFile) === take}
        disabled={!canTake || isForAll}
        onChange={() => onTake(take)}
      />
      <span className="w-20 flex-none text-muted text-small">{label}</span>
      <span className="min-w-0 break-words">{shown(value)}</span>
    </label>
  );
  return (
    <fieldset className="flex flex-col gap-0.5">
      <legend className="font-medium">{title}</legend>
      {choice(words.imports.now, now, false)}
      {choice(words.imports.fileSays, file, true)}
      <p className="flex items-baseline gap-2 pl-5">
        <span className="w-20 flex-none text-muted text-small">{words.imports.lastImport}</span>
        <span className="min-w-0 break-words">{shown(lastImport)}</span>
      </p>
      {!canTake && <p className="text-muted text-small">{words.imports.cannotTake}</p>}
    </fieldset>
  );
}
