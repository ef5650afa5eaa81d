/** Words of the file that stand for our codes, each mapped once for all of its rows. */
import type { ImportSettings } from "@/bindings/ImportSettings";
import type { ValueChoice } from "@/bindings/ValueChoice";
import type { ValueMap } from "@/bindings/ValueMap";
import { EmptyState } from "@/components/EmptyState";
import { Section } from "@/components/Page";
import { formatCount } from "@/format";
import { useRead } from "@/queries/commands";
import { labels, words } from "@/words";
import type { ChoiceStep } from "./choices";
import { codeChoices } from "./fields";

interface ValuesStepProps {
  settings: ImportSettings;
  onChoose: (step: ChoiceStep) => void;
}

export function ValuesStep({ settings, onChoose }: ValuesStepProps) {
  const maps = settings.valueMap.filter(({ values }) => values.length > 0);
  if (maps.length === 0) {
    return (
      <div className="panel">
        <EmptyState title={words.imports.noValues} />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">{words.imports.valuesHelp}</p>
      {maps.map((map) => (
        <Section key={map.field} title={labels.importField[map.field]} flush>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{words.imports.found}</th>
                <th scope="col" className="numeric w-24">
                  {words.imports.rows}
                </th>
                <th scope="col" className="w-64">
                  {words.imports.means}
                </th>
              </tr>
            </thead>
            <tbody>
              {map.values.map((value) => (
                <tr key={value.text}>
                  <td>{value.text}</td>
                  <td className="numeric">{formatCount(value.count)}</td>
                  <td>
                    <Meaning
                      map={map}
                      value={value}
                      onCode={(code) => {
                        const { field } = map;
                        onChoose({ kind: "value", values: settings.valueMap, field, text: value.text, code });
                      }}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      ))}
    </div>
  );
}

interface MeaningProps {
  map: ValueMap;
  value: ValueChoice;
  onCode: (code: string | null) => void;
}

/** A value may speak of another field than its column does, as "do not port" in a status column. */
function Meaning({ map, value, onCode }: MeaningProps) {
  const carriers = useRead("carrier_list", {}, { enabled: value.field === "carrier" });
  const named = (carriers.data ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const choices = codeChoices(value.field) ?? named;
  const known = value.code === null || choices.some((choice) => choice.value === value.code);
  return (
    <div className="flex items-center gap-2">
      {value.field !== map.field && <span className="text-muted">{labels.importField[value.field]}:</span>}
      <select
        className="input"
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
