/** Which sheet, what its rows are, and where its header stands. */
import type { ImportChoices } from "@/bindings/ImportChoices";
import type { ImportFile } from "@/bindings/ImportFile";
import type { ImportPreview } from "@/bindings/ImportPreview";
import type { ImportTarget } from "@/bindings/ImportTarget";
import { SelectField, TextField } from "@/components/Field";
import { ScrollRegion } from "@/components/ScrollRegion";
import { formatCount } from "@/format";
import { choicesOf, labels, words } from "@/words";
import type { ChoiceStep } from "./choices";

interface SheetStepProps {
  file: ImportFile;
  preview: ImportPreview | undefined;
  choices: ImportChoices;
  onChoose: (step: ChoiceStep) => void;
}

export function SheetStep({ file, preview, choices, onChoose }: SheetStepProps) {
  const sheet = file.sheets.find(({ name }) => name === (choices.sheet ?? preview?.sheet)) ?? file.sheets[0];
  if (!sheet) return null;
  const headerRow = choices.headerRow ?? preview?.settings.headerRow ?? sheet.headerRow;
  const sheets = file.sheets.map(({ name, rows, ignoredWhy }) => ({
    value: name,
    label: [
      name,
      words.imports.sheetRows(formatCount(rows)),
      ignoredWhy && words.imports.ignoredWhy(ignoredWhy),
    ]
      .filter(Boolean)
      .join(" · "),
  }));
  return (
    <div className="flex min-h-0 flex-col gap-4">
      <div className="grid max-w-4xl grid-cols-4 items-start gap-3">
        <SelectField
          label={words.imports.sheet}
          choices={sheets}
          value={sheet.name}
          onChange={(event) => onChoose({ kind: "sheet", sheet: event.target.value })}
        />
        <SelectField
          label={words.imports.as}
          choices={choicesOf(labels.importTarget)}
          value={choices.target ?? preview?.settings.target ?? sheet.target ?? "phone_numbers"}
          onChange={(event) => onChoose({ kind: "target", target: event.target.value as ImportTarget })}
        />
        <SelectField
          label={words.imports.headerRow}
          help={words.imports.headerHelp}
          choices={sheet.firstRows.map((_, index) => ({
            value: String(index + 1),
            label: String(index + 1),
          }))}
          emptyLabel={words.imports.noHeader}
          value={headerRow === 0 ? "" : String(headerRow)}
          onChange={(event) => onChoose({ kind: "header", headerRow: Number(event.target.value) })}
        />
        <TextField
          label={words.imports.country}
          maxLength={2}
          placeholder={preview?.settings.country}
          defaultValue={choices.country ?? ""}
          onBlur={(event) => {
            const country = event.target.value.trim().toUpperCase();
            if (country.length !== 1) onChoose({ kind: "country", country: country === "" ? null : country });
          }}
        />
      </div>
      <FirstRows
        rows={sheet.firstRows}
        headerRow={headerRow}
        onHeader={(row) => onChoose({ kind: "header", headerRow: row })}
      />
    </div>
  );
}

interface FirstRowsProps {
  rows: string[][];
  headerRow: number;
  onHeader: (row: number) => void;
}

function FirstRows({ rows, headerRow, onHeader }: FirstRowsProps) {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return (
    <ScrollRegion label={words.imports.preview} className="panel min-h-0">
      <table className="table w-max!">
        <tbody>
          {rows.map((row, index) => {
            const isHeader = index + 1 === headerRow;
            const tone = isHeader ? "bg-info-bg font-semibold" : index + 1 < headerRow ? "text-muted" : "";
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row of a sheet is known by its place only
              <tr key={index} className={tone}>
                <th scope="row" className="numeric">
                  <button
                    type="button"
                    className="tabular-nums"
                    aria-pressed={isHeader}
                    title={words.imports.headerRow}
                    onClick={() => onHeader(index + 1)}
                  >
                    {index + 1}
                  </button>
                </th>
                {Array.from({ length: width }, (_, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell of a sheet is known by its place only
                  <td key={column} className="max-w-56 truncate">
                    {row[column]}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
