/** The code that a word of the file stands for. It may be of another field, as "do not port" in a status column. */
import type { ValueChoice } from "@/bindings/ValueChoice";
import type { ValueMap } from "@/bindings/ValueMap";
import { useRead } from "@/queries/commands";
import { labels, words } from "@/words";
import { codeChoices } from "./fields";

interface ValueMeaningProps {
  map: ValueMap;
  value: ValueChoice;
  onCode: (code: string | null) => void;
}

export function ValueMeaning({ map, value, onCode }: ValueMeaningProps) {
  const carriers = useRead("carrier_list", {}, { enabled: value.field === "carrier" });
  const named = (carriers.data ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const choices = codeChoices(value.field) ?? named;
  const known = value.code === null || choices.some((choice) => choice.value === value.code);
  return (
    <div className="flex items-center gap-2">
      {value.field !== map.field && (
        <span className="flex-none text-muted">{labels.importField[value.field]}:</span>
      )}
      <select
        className={`input ${value.code === null && value.field !== "carrier" ? "text-muted!" : ""}`}
        aria-label={`${words.imports.means}: ${value.text}`}
        value={value.code ?? ""}
        onChange={(event) => onCode(event.target.value === "" ? null : event.target.value)}
      >
        <option value="">
          {value.field === "carrier" ? words.imports.asWritten : words.imports.leaveOut}
        </option>
        {!known && value.code !== null && <option value={value.code}>{value.code}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
