/** The port-request sheet: its facts and columns in their order, how each is written, and what it looks like. */
import type { CarrierProfile } from "@/bindings/CarrierProfile";
import type { SheetTemplate } from "@/bindings/SheetTemplate";
import { CheckField, SelectField, TextField } from "@/components/Field";
import { Section } from "@/components/Page";
import { choicesOf, words } from "@/words";
import { LimitsTable } from "./LimitsTable";
import { PartTable } from "./PartTable";
import { SheetPreview } from "./SheetPreview";
import { blankWriting } from "./writing";

const say = words.carriers.sheet;

interface SheetSectionProps {
  profile: CarrierProfile;
  onChange: (template: SheetTemplate) => void;
}

export function SheetSection({ profile, onChange }: SheetSectionProps) {
  const template = profile.sheetTemplate;
  const set = (part: Partial<SheetTemplate>) => onChange({ ...template, ...part });
  const blank = { title: "", ...blankWriting };
  return (
    <Section title={say.title}>
      <div className="flex flex-col gap-5">
        {template.workbook && <p className="text-muted">{say.replaced}</p>}
        <div className="grid grid-cols-2 items-end gap-3 md:grid-cols-4">
          <SelectField
            label={say.fileFormat}
            choices={choicesOf(words.carriers.fileFormats)}
            value={template.fileFormat}
            onChange={(event) => set({ fileFormat: event.target.value as SheetTemplate["fileFormat"] })}
          />
          <SelectField
            label={say.rowPer}
            choices={choicesOf(words.carriers.rowPer)}
            value={template.rowPer}
            onChange={(event) => set({ rowPer: event.target.value as SheetTemplate["rowPer"] })}
          />
          <TextField
            label={say.sheetName}
            maxLength={31}
            value={template.sheetName}
            onChange={(event) => set({ sheetName: event.target.value })}
          />
          <CheckField
            label={say.hasHeader}
            checked={template.hasHeader}
            onChange={(event) => set({ hasHeader: event.target.checked })}
          />
        </div>
        {!template.workbook && (
          <>
            <PartTable
              title={say.facts}
              addLabel={say.addFact}
              parts={template.titleRows}
              onChange={(titleRows) => set({ titleRows })}
              blank={{ ...blank, field: "pon" as const }}
            />
            <PartTable
              title={say.columns}
              addLabel={say.addColumn}
              parts={template.columns}
              onChange={(columns) => set({ columns })}
              blank={{ ...blank, field: "number" as const, width: 16 }}
              ofNumbers
            />
          </>
        )}
        <LimitsTable limits={template.limits} onChange={(limits) => set({ limits })} />
        {!template.workbook && <SheetPreview profile={profile} />}
      </div>
    </Section>
  );
}
