/** What somebody said of a section as a whole: how much is known, who said so, and notes. */
import { useId } from "react";
import type { DiscoverySection } from "@/bindings/DiscoverySection";
import type { DiscoveryState } from "@/bindings/DiscoveryState";
import type { SectionState } from "@/bindings/SectionState";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { formatDate } from "@/format";
import { call } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { choicesOf, labels, words } from "@/words";
import type { Column } from "./fields/cells";
import { FieldNews } from "./fields/FieldNews";
import { LabelledField } from "./fields/LabelledField";
import type { Stored } from "./fields/record";
import { type Fields, useFields } from "./fields/useFields";
import { useRest } from "./fields/useRest";
import { useDiscoveryCache } from "./useDiscovery";

interface Said {
  state: DiscoveryState;
  saidBy: string | null;
  notes: string | null;
}

const STATE: Column<Said> = {
  field: "state",
  label: words.discovery.section.state,
  editor: { kind: "choice", choices: choicesOf(labels.discoveryState) },
  required: true,
};
const SAID_BY: Column<Said> = {
  field: "saidBy",
  label: words.discovery.section.saidBy,
  editor: { kind: "text" },
};
const NOTES: Column<Said> = {
  field: "notes",
  label: words.discovery.section.notes,
  editor: { kind: "long" },
  rows: 1,
};
const COLUMNS = [STATE, SAID_BY, NOTES];

interface SectionHeaderProps {
  section: DiscoverySection;
  discovery: SiteDiscovery;
}

export function SectionHeader({ section, discovery }: SectionHeaderProps) {
  const fields = useSaid(section, discovery);
  const readOnly = !useMayChange();
  const said = discovery.sections.find((part) => part.section === section);
  return (
    <div className="panel grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-4 gap-y-3 p-3">
      <StateField fields={fields} readOnly={readOnly} saidOn={said?.saidOn ?? null} />
      <LabelledField column={SAID_BY} fields={fields} readOnly={readOnly} />
      <LabelledField column={NOTES} fields={fields} readOnly={readOnly} className="col-span-2" />
    </div>
  );
}

interface StateFieldProps {
  fields: Fields<Said>;
  readOnly: boolean;
  saidOn: string | null;
}

function StateField({ fields, readOnly, saidOn }: StateFieldProps) {
  const id = useId();
  const chosen = fields.textOf(STATE);
  const rest = useRest(() => fields.leave(STATE));
  return (
    <fieldset data-field={STATE.field} className="flex flex-col gap-1">
      <legend className="mb-1 font-medium text-small">
        {STATE.label}
        {saidOn && <span className="ml-2 font-normal text-muted">{formatDate(saidOn)}</span>}
      </legend>
      <div className="segments">
        {choicesOf(labels.discoveryState).map(({ value, label }) => (
          <label key={value} className="segment">
            <input
              type="radio"
              name={id}
              value={value}
              checked={chosen === value}
              disabled={readOnly}
              onChange={() => {
                fields.type(STATE, value);
                rest.start();
              }}
              onBlur={() => fields.leave(STATE)}
            />
            {label}
          </label>
        ))}
      </div>
      <FieldNews column={STATE} fields={fields} />
    </fieldset>
  );
}

function useSaid(section: DiscoverySection, discovery: SiteDiscovery): Fields<Said> {
  const siteId = discovery.site.id;
  const cache = useDiscoveryCache(siteId);
  return useFields<Said>(
    {
      stored: storedOf(section, discovery),
      send: async (values, revision) => {
        const after = await call("discovery_section_set", { siteId, section, revision, ...values });
        cache.put((before) => ({
          ...before,
          sections: [...before.sections.filter((said) => said.section !== section), after],
        }));
        return kept(after);
      },
      readAgain: async () => storedOf(section, await cache.readAgain()),
    },
    COLUMNS,
  );
}

function storedOf(section: DiscoverySection, { sections }: SiteDiscovery): Stored<Said> {
  const said = sections.find((part) => part.section === section);
  return said ? kept(said) : { values: { state: "open", saidBy: null, notes: null }, revision: null };
}

function kept({ state, saidBy, notes, revision }: SectionState): Stored<Said> {
  return { values: { state, saidBy, notes }, revision };
}
