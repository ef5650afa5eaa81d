/** What a column becomes: nothing, lines of the notes, or a field; those that no other column has come first. */
import type { ColumnMap } from "@/bindings/ColumnMap";
import type { ImportField } from "@/bindings/ImportField";
import type { ImportSettings } from "@/bindings/ImportSettings";
import { labels, words } from "@/words";
import { type FieldChoice, fieldsOf, isRepeatable } from "./fields";
import { type ColumnMeaning, columnName, meaningOf } from "./mapping";

const KEPT = "·kept";

interface MeaningSelectProps {
  column: ColumnMap;
  settings: ImportSettings;
  describedBy: string;
  onMeaning: (meaning: ColumnMeaning) => void;
}

export function MeaningSelect({ column, settings, describedBy, onMeaning }: MeaningSelectProps) {
  const { target, columns } = settings;
  const fields = fieldsOf(target);
  const isTaken = ({ value }: FieldChoice) =>
    !isRepeatable(value) && columns.some((other) => other.index !== column.index && other.field === value);
  const meaning = meaningOf(column);
  const foreign = column.field !== null && !fields.some(({ value }) => value === column.field);
  return (
    <select
      className={`input ${meaning === "none" ? "text-muted!" : ""}`}
      aria-label={`${words.imports.field} ${columnName(column)}`}
      aria-describedby={describedBy}
      value={typeof meaning === "object" ? meaning.field : meaning === "kept" ? KEPT : ""}
      onChange={(event) => onMeaning(read(event.target.value))}
    >
      <option value="">{words.imports.ignore}</option>
      {fields.some(({ value }) => value === "notes") && (
        <option value={KEPT}>{words.imports.keepInNotes}</option>
      )}
      {foreign && column.field && <option value={column.field}>{labels.importField[column.field]}</option>}
      <Options
        label={words.imports.fitting(labels.importTarget[target])}
        of={fields.filter((it) => !isTaken(it))}
      />
      <Options label={words.imports.taken} of={fields.filter(isTaken)} />
    </select>
  );
}

function Options({ label, of }: { label: string; of: FieldChoice[] }) {
  if (of.length === 0) return null;
  return (
    <optgroup label={label}>
      {of.map(({ value, label: text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </optgroup>
  );
}

function read(value: string): ColumnMeaning {
  if (value === "") return "none";
  return value === KEPT ? "kept" : { field: value as ImportField };
}
