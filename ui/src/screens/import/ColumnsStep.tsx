/** What each column means: its samples, the suggestion, how sure it is and why. */
import type { ColumnMap } from "@/bindings/ColumnMap";
import type { ImportField } from "@/bindings/ImportField";
import type { ImportSettings } from "@/bindings/ImportSettings";
import { Chip } from "@/components/Chip";
import { words } from "@/words";
import type { ChoiceStep } from "./choices";
import { fieldChoices } from "./fields";

interface ColumnsStepProps {
  settings: ImportSettings;
  onChoose: (step: ChoiceStep) => void;
}

export function ColumnsStep({ settings, onChoose }: ColumnsStepProps) {
  const { columns, target } = settings;
  const fields = fieldChoices(target);
  const mapped = columns.filter(({ field }) => field !== null).length;
  return (
    <div className="flex flex-col gap-2">
      <p className="text-muted">{words.imports.mappedOf(mapped, columns.length)}</p>
      <div className="panel">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.imports.column}</th>
              <th scope="col">{words.imports.samples}</th>
              <th scope="col" className="w-56">
                {words.imports.field}
              </th>
              <th scope="col" className="w-64">
                {words.imports.confidence}
              </th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <tr key={column.index}>
                <td className="font-medium">{column.header || letterOf(column.index)}</td>
                <td className="max-w-96 truncate text-muted" title={column.samples.join("\n")}>
                  {column.secret ? words.imports.secretColumn : column.samples.join(" · ")}
                </td>
                <td>
                  <select
                    className="input"
                    aria-label={`${words.imports.field} ${column.header || letterOf(column.index)}`}
                    disabled={column.secret}
                    value={column.field ?? ""}
                    onChange={(event) => {
                      const field = event.target.value === "" ? null : (event.target.value as ImportField);
                      onChoose({ kind: "column", columns, index: column.index, field });
                    }}
                  >
                    <option value="">{words.imports.ignore}</option>
                    {fields.map(({ value, label }) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <Confidence column={column} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Confidence({ column }: { column: ColumnMap }) {
  if (column.field === null) return <span className="text-muted text-small">{column.why}</span>;
  const tone = column.confidence >= 80 ? "ok" : column.confidence >= 50 ? "warn" : "neutral";
  return (
    <span className="flex items-center gap-2">
      <Chip tone={tone}>{words.imports.sure(column.confidence)}</Chip>
      <span className="truncate text-muted text-small" title={column.why}>
        {column.why}
      </span>
    </span>
  );
}

/** Columns without a header are called as Excel calls them. */
function letterOf(index: number): string {
  const high = Math.floor(index / 26);
  return `${high > 0 ? String.fromCharCode(64 + high) : ""}${String.fromCharCode(65 + (index % 26))}`;
}
