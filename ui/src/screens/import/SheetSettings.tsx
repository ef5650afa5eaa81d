/** The choices about a sheet as a whole: what its rows are, the header row, the country, the mapping to begin with. */
import { useEffect, useState } from "react";
import type { ImportTarget } from "@/bindings/ImportTarget";
import { CheckField, SelectField, TextField } from "@/components/Field";
import { choicesOf, labels, words } from "@/words";
import type { SheetStep } from "./draft";
import { ProfileField } from "./ProfileField";
import type { ShownSheet } from "./placement";
import type { ImportState } from "./useImport";

interface SheetSettingsProps {
  state: ImportState;
  sheet: ShownSheet;
  headerRow: number;
}

export function SheetSettings({ state, sheet, headerRow }: SheetSettingsProps) {
  const { file, summary, chosen, read } = sheet;
  const place = { file: file.file, sheet: summary.name };
  const take = (step: SheetStep) => state.take({ kind: "sheet", place, step });
  const target = read?.settings.target ?? chosen.target ?? summary.target ?? "phone_numbers";
  return (
    <div className="grid flex-none grid-cols-[1fr_1fr_7rem_4.5rem] items-start gap-3">
      <SelectField
        label={words.imports.as}
        choices={choicesOf(labels.importTarget)}
        value={target}
        onChange={(event) => take({ kind: "target", target: event.target.value as ImportTarget })}
      />
      <ProfileField sheet={sheet} onProfile={(profileId) => take({ kind: "profile", profileId })} />
      <div className="flex flex-col gap-1.5">
        <RowField
          key={headerRow}
          row={headerRow}
          last={summary.rows}
          onRow={(row) => take({ kind: "header", headerRow: row })}
        />
        <CheckField
          label={words.imports.noHeader}
          checked={headerRow === 0}
          onChange={(event) => {
            const again = summary.headerRow > 0 ? summary.headerRow : 1;
            take({ kind: "header", headerRow: event.target.checked ? 0 : again });
          }}
        />
      </div>
      <CountryField state={state} shown={read?.settings.country ?? ""} />
    </div>
  );
}

function RowField({ row, last, onRow }: { row: number; last: number; onRow: (row: number) => void }) {
  const [draft, setDraft] = useState(row === 0 ? "" : String(row));
  function commit() {
    const next = Number(draft);
    if (Number.isInteger(next) && next >= 1 && next <= last && next !== row) onRow(next);
    else setDraft(row === 0 ? "" : String(row));
  }
  return (
    <TextField
      label={words.imports.headerRow}
      type="number"
      min={1}
      max={last}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === "Enter" && !event.ctrlKey && commit()}
    />
  );
}

/** Of the whole import; stored when it is left, because one letter alone names no country. */
function CountryField({ state, shown }: { state: ImportState; shown: string }) {
  const [draft, setDraft] = useState(shown);
  useEffect(() => setDraft(shown), [shown]);
  return (
    <TextField
      label={words.imports.country}
      title={words.imports.countryHelp}
      maxLength={2}
      value={draft}
      onChange={(event) => setDraft(event.target.value.toUpperCase())}
      onBlur={() => {
        const country = draft.trim();
        if (country === shown || country.length === 1) setDraft(shown);
        else state.take({ kind: "country", country: country === "" ? null : country });
      }}
    />
  );
}
