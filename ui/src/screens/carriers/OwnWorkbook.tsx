/** The carrier's own workbook as the template: chosen once, its cells and table placed once, then filled in. */
import { FileSpreadsheet, Plus, Trash2 } from "lucide-react";
import type { Carrier } from "@/bindings/Carrier";
import type { CarrierWorkbook } from "@/bindings/CarrierWorkbook";
import type { SheetField } from "@/bindings/SheetField";
import type { SheetTemplate } from "@/bindings/SheetTemplate";
import type { WorkbookTemplate } from "@/bindings/WorkbookTemplate";
import { Button } from "@/components/Button";
import { SelectField } from "@/components/Field";
import { Section } from "@/components/Page";
import { Answer } from "@/components/Query";
import { notifyError } from "@/components/Toast";
import { host } from "@/host";
import { toApiError } from "@/host/error";
import { call, useRead } from "@/queries/commands";
import { words } from "@/words";
import { replaced, without } from "./lists";
import { NumberField } from "./NumberField";
import { WorkbookGrid } from "./WorkbookGrid";
import { WritingCells, WritingHeads } from "./WritingCells";
import { blankWriting, fieldChoices, type Writing } from "./writing";

const say = words.carriers.workbook;

interface OwnWorkbookProps {
  carrier: Carrier;
  /** A chosen file that is not kept yet. */
  fileId: string | null;
  template: SheetTemplate;
  onChange: (template: SheetTemplate, fileId: string | null) => void;
}

export function OwnWorkbook({ carrier, fileId, template, onChange }: OwnWorkbookProps) {
  const own = template.workbook;
  async function choose() {
    try {
      const file = await host().pickOpen("import");
      if (!file) return;
      const read = await call("carrier_workbook_read", { id: carrier.id, fileId: file.id, sheet: null });
      onChange({ ...template, workbook: read.suggestion }, file.id);
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  return (
    <Section
      title={say.title}
      actions={
        <>
          {own && <Button onClick={() => onChange({ ...template, workbook: null }, null)}>{say.stop}</Button>}
          <Button icon={FileSpreadsheet} onClick={() => void choose()}>
            {own ? say.another : say.choose}
          </Button>
        </>
      }
    >
      {own ? (
        <Places
          carrierId={carrier.id}
          fileId={fileId}
          own={own}
          onChange={(workbook) => onChange({ ...template, workbook }, fileId)}
        />
      ) : (
        <p className="text-muted">{say.help}</p>
      )}
    </Section>
  );
}

interface PlacesProps {
  carrierId: string;
  fileId: string | null;
  own: WorkbookTemplate;
  onChange: (own: WorkbookTemplate) => void;
}

function Places({ carrierId, fileId, own, onChange }: PlacesProps) {
  const asked = { id: carrierId, fileId, sheet: own.sheet };
  const workbook = useRead("carrier_workbook_read", asked, { keepPrevious: true });
  const set = (part: Partial<WorkbookTemplate>) => onChange({ ...own, ...part });
  return (
    <Answer of={workbook}>
      {(read: CarrierWorkbook) => (
        <div className="flex flex-col gap-4">
          <p>{say.file(read.fileName)}</p>
          <div className="flex flex-wrap gap-3">
            <SelectField
              label={say.sheet}
              choices={read.sheets.map((name) => ({ value: name, label: name }))}
              value={own.sheet}
              onChange={(event) => set({ sheet: event.target.value })}
            />
            <NumberField
              label={say.firstRow}
              value={own.firstRow}
              onChange={(row) => set({ firstRow: row ?? 0 })}
            />
          </div>
          <WorkbookGrid workbook={read} own={own} />
          <div className="grid items-start gap-4 xl:grid-cols-2">
            <PlaceTable
              title={say.cells}
              placeLabel={say.cell}
              addLabel={say.addCell}
              places={own.cells.map(({ cell, ...rest }) => ({ place: cell, ...rest }))}
              onChange={(places) =>
                set({ cells: places.map(({ place, ...rest }) => ({ cell: place, ...rest })) })
              }
              blank="pon"
            />
            <PlaceTable
              title={say.columns}
              placeLabel={say.column}
              addLabel={say.addColumn}
              places={own.columns.map(({ column, ...rest }) => ({ place: column, ...rest }))}
              onChange={(places) =>
                set({ columns: places.map(({ place, ...rest }) => ({ column: place, ...rest })) })
              }
              blank="number"
              ofNumbers
            />
          </div>
        </div>
      )}
    </Answer>
  );
}

interface Place extends Writing {
  place: string;
  field: SheetField;
}

interface PlaceTableProps {
  title: string;
  placeLabel: string;
  addLabel: string;
  places: Place[];
  onChange: (places: Place[]) => void;
  blank: SheetField;
  ofNumbers?: boolean;
}

function PlaceTable({
  title,
  placeLabel,
  addLabel,
  places,
  onChange,
  blank,
  ofNumbers = false,
}: PlaceTableProps) {
  const sheet = words.carriers.sheet;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h3 className="font-medium">{title}</h3>
      <div className="overflow-x-auto">
        <table className="table" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{placeLabel}</th>
              <th scope="col">{sheet.shows}</th>
              <WritingHeads />
              <th scope="col">
                <span className="visually-hidden">{sheet.columns}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {places.map((place, index) => {
              const set = (part: Partial<Place>) => onChange(replaced(places, index, { ...place, ...part }));
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: an address that is being typed is no key.
                <tr key={index}>
                  <td>
                    <input
                      className="input w-16 uppercase"
                      aria-label={sheet.of(placeLabel, index + 1)}
                      value={place.place}
                      onChange={(event) => set({ place: event.target.value.trim().toUpperCase() })}
                    />
                  </td>
                  <td>
                    <select
                      className="input min-w-40"
                      aria-label={sheet.of(sheet.shows, index + 1)}
                      value={place.field}
                      onChange={(event) => set({ field: event.target.value as SheetField })}
                    >
                      {fieldChoices(ofNumbers).map(({ value, label }) => (
                        <option key={value} value={value}>
                          {label}
                        </option>
                      ))}
                    </select>
                  </td>
                  <WritingCells of={place} field={place.field} row={index + 1} onChange={set} />
                  <td>
                    <Button
                      tone="quiet"
                      icon={Trash2}
                      label={sheet.remove(index + 1)}
                      onClick={() => onChange(without(places, index))}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div>
        <Button
          icon={Plus}
          onClick={() => onChange([...places, { place: "", field: blank, ...blankWriting }])}
        >
          {addLabel}
        </Button>
      </div>
    </div>
  );
}
