/** Words of the file that stand for our codes, each mapped once for all of its rows. */
import type { ImportField } from "@/bindings/ImportField";
import type { SheetPreview } from "@/bindings/SheetPreview";
import type { ValueMap } from "@/bindings/ValueMap";
import { EmptyState } from "@/components/EmptyState";
import { Section } from "@/components/Page";
import { ScrollRegion } from "@/components/ScrollRegion";
import { formatCount } from "@/format";
import { labels, words } from "@/words";
import { readSheet, type StepProps } from "./placement";
import { SheetNav } from "./SheetNav";
import { ValueMeaning } from "./ValueMeaning";
import { mapValue, undecided } from "./values";

export function ValuesStep({ state, place, onPlace }: StepProps) {
  const withValues = state.preview?.sheets.find(({ settings }) => settings.valueMap.some(hasValues));
  const read = readSheet(state, place ?? withValues ?? null);
  return (
    <div className="flex min-h-0 flex-1 gap-4">
      <SheetNav state={state} shown={read} onPlace={onPlace} />
      {read && (
        <SheetValues
          read={read}
          onValues={(valueMap) => {
            const where = { file: read.file, sheet: read.sheet };
            state.take({ kind: "sheet", place: where, step: { kind: "values", valueMap } });
          }}
        />
      )}
    </div>
  );
}

const hasValues = ({ values }: ValueMap) => values.length > 0;

interface SheetValuesProps {
  read: SheetPreview;
  onValues: (valueMap: ValueMap[]) => void;
}

function SheetValues({ read: { settings }, onValues }: SheetValuesProps) {
  const maps = settings.valueMap.filter(hasValues);
  if (maps.length === 0) {
    return (
      <div className="panel h-fit flex-1">
        <EmptyState title={words.imports.noValues} />
      </div>
    );
  }
  const onCode = (field: ImportField, text: string, code: string | null) =>
    onValues(mapValue(settings.valueMap, field, text, code));
  return (
    <ScrollRegion label={words.imports.stepValues} className="flex min-w-0 flex-1 flex-col gap-4">
      <p className="text-muted">{words.imports.valuesHelp}</p>
      {maps.map((map) => (
        <Values key={map.field} map={map} onCode={(text, code) => onCode(map.field, text, code)} />
      ))}
    </ScrollRegion>
  );
}

function Values({ map, onCode }: { map: ValueMap; onCode: (text: string, code: string | null) => void }) {
  const open = undecided(map);
  return (
    <div className="max-w-3xl flex-none">
      <Section
        title={labels.importField[map.field]}
        flush
        actions={
          open > 0 && (
            <span className="text-muted text-small">{words.imports.undecided(formatCount(open))}</span>
          )
        }
      >
        <table className="table table-fixed">
          <thead>
            <tr>
              <th scope="col">{words.imports.found}</th>
              <th scope="col" className="numeric w-20">
                {words.imports.rows}
              </th>
              <th scope="col" className="w-80">
                {words.imports.means}
              </th>
            </tr>
          </thead>
          <tbody>
            {map.values.map((value) => (
              <tr key={value.text}>
                <td className="truncate" title={value.text}>
                  {value.text}
                </td>
                <td className="numeric">{formatCount(value.count)}</td>
                <td>
                  <ValueMeaning map={map} value={value} onCode={(code) => onCode(value.text, code)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </div>
  );
}
