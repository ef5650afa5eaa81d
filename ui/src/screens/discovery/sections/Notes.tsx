/** Free notes about a site. */
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import type { Column } from "../fields/cells";
import { LabelledField } from "../fields/LabelledField";
import type { SectionProps } from "./types";
import { type SiteValues, useSiteFields } from "./useSiteFields";

const NOTES: Column<SiteValues> = {
  field: "discoveryNotes",
  label: words.discovery.siteFacts.notes,
  editor: { kind: "long" },
  rows: 12,
};
const COLUMNS = [NOTES];

export function Notes({ discovery }: SectionProps) {
  const fields = useSiteFields(discovery, COLUMNS);
  const readOnly = !useMayChange();
  return (
    <div className="panel p-3">
      <LabelledField column={NOTES} fields={fields} readOnly={readOnly} />
    </div>
  );
}
