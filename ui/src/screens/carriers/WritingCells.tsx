/** How one value is written, as cells of a row: only what matters for its fact can be changed. */
import type { SheetField } from "@/bindings/SheetField";
import { choicesOf, words } from "@/words";
import { showsDate, showsNumber, type Writing } from "./writing";

const say = words.carriers.sheet;

export function WritingHeads() {
  return (
    <>
      <th scope="col">{say.writtenAs}</th>
      <th scope="col">{say.upper}</th>
      <th scope="col">{say.longest}</th>
    </>
  );
}

interface WritingCellsProps {
  of: Writing;
  field: SheetField;
  row: number;
  onChange: (part: Partial<Writing>) => void;
}

export function WritingCells({ of, field, row, onChange }: WritingCellsProps) {
  return (
    <>
      <td>
        <Format of={of} field={field} row={row} onChange={onChange} />
      </td>
      <td>
        <input
          type="checkbox"
          className="block size-4 accent-accent"
          aria-label={say.of(say.upper, row)}
          checked={of.upperCase}
          onChange={(event) => onChange({ upperCase: event.target.checked })}
        />
      </td>
      <td>
        <input
          className="input w-14"
          inputMode="numeric"
          aria-label={say.of(say.longest, row)}
          value={of.maxLength ?? ""}
          onChange={(event) => {
            const digits = event.target.value.replace(/\D+/g, "").slice(0, 4);
            onChange({ maxLength: digits === "" ? null : Number(digits) });
          }}
        />
      </td>
    </>
  );
}

/** The one way of writing that the fact has: of numbers, of dates, or the fixed text itself. */
function Format({ of, field, row, onChange }: WritingCellsProps) {
  if (field === "fixed_text") {
    return (
      <input
        className="input min-w-32"
        aria-label={say.of(say.text, row)}
        value={of.text ?? ""}
        onChange={(event) => onChange({ text: event.target.value || null })}
      />
    );
  }
  if (showsNumber(field)) {
    return (
      <select
        className="input min-w-32"
        aria-label={say.of(say.numbersAs, row)}
        value={of.format}
        onChange={(event) => onChange({ format: event.target.value as Writing["format"] })}
      >
        <Options of={words.carriers.numberFormats} />
      </select>
    );
  }
  if (showsDate(field)) {
    return (
      <select
        className="input min-w-32"
        aria-label={say.of(say.datesAs, row)}
        value={of.dateFormat}
        onChange={(event) => onChange({ dateFormat: event.target.value as Writing["dateFormat"] })}
      >
        <Options of={words.carriers.dateFormats} />
      </select>
    );
  }
  return null;
}

function Options({ of }: { of: Readonly<Record<string, string>> }) {
  return choicesOf(of).map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
