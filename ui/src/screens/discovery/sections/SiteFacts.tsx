/** The address, the time zone and the main number of a site. */
import { Section } from "@/components/Page";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import type { Column } from "../fields/cells";
import { LabelledField } from "../fields/LabelledField";
import { spellingsOf } from "../findings";
import { Spellings } from "../Spellings";
import type { SectionProps } from "./types";
import { type SiteValues, useSiteFields } from "./useSiteFields";

const say = words.discovery.siteFacts;
const ZONES: string[] = Intl.supportedValuesOf?.("timeZone") ?? [];

/** Each with the columns of a grid of six that it takes. */
const FIELDS: readonly (Column<SiteValues> & { span: string })[] = [
  { field: "name", label: words.site.name, editor: { kind: "text" }, required: true, span: "col-span-4" },
  { field: "code", label: words.site.code, editor: { kind: "text" }, span: "col-span-2" },
  {
    field: "street",
    label: words.site.street,
    editor: { kind: "text" },
    help: say.streetHelp,
    span: "col-span-6",
  },
  { field: "city", label: words.site.city, editor: { kind: "text" }, span: "col-span-3" },
  { field: "state", label: words.site.state, editor: { kind: "text" }, span: "col-span-1" },
  { field: "postalCode", label: words.site.postalCode, editor: { kind: "text" }, span: "col-span-1" },
  {
    field: "country",
    label: words.site.country,
    editor: { kind: "text" },
    required: true,
    span: "col-span-1",
  },
  {
    field: "timeZone",
    label: words.site.timeZone,
    editor: { kind: "text" },
    required: true,
    suggestions: ZONES,
    span: "col-span-2",
  },
  { field: "mainNumber", label: words.site.mainNumber, editor: { kind: "phone" }, span: "col-span-2" },
  { field: "legacyPbx", label: words.site.legacyPbx, editor: { kind: "text" }, span: "col-span-2" },
];

export function SiteFacts({ discovery }: SectionProps) {
  const fields = useSiteFields(discovery, FIELDS);
  const readOnly = !useMayChange();
  return (
    <Section title={say.address}>
      <div className="grid grid-cols-6 gap-3">
        {FIELDS.map((column) => (
          <LabelledField
            key={column.field}
            column={column}
            fields={fields}
            readOnly={readOnly}
            className={column.span}
          />
        ))}
      </div>
      <Spellings of={spellingsOf(discovery, discovery.site.id)} />
    </Section>
  );
}
