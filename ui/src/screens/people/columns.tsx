/** The columns of the people grid; ids are those of the rows on the wire. */
import { Check } from "lucide-react";
import type { EndUserRow } from "@/bindings/EndUserRow";
import type { FilterDefinition } from "@/grid/GridToolbar";
import type { GridColumn } from "@/grid/types";
import { words } from "@/words";

type TextKey = {
  [Key in keyof EndUserRow]: EndUserRow[Key] extends string | null ? Key : never;
}[keyof EndUserRow];

/** A column of plain text that is edited in place. */
function textColumn(
  id: TextKey,
  header: string,
  width: number,
  more: Partial<GridColumn<EndUserRow>> = {},
): GridColumn<EndUserRow> {
  return {
    id,
    header,
    width,
    text: (row) => row[id] ?? "",
    editor: { kind: "text" },
    sortable: true,
    ...more,
  };
}

export const PEOPLE_COLUMNS: GridColumn<EndUserRow>[] = [
  textColumn("displayName", words.people.displayName, 170, { pinned: true }),
  textColumn("upn", words.people.upn, 220),
  textColumn("numbers", words.people.numbers, 150, { editor: undefined, mono: true }),
  textColumn("legacyExtension", words.people.legacyExtension, 88, { mono: true }),
  textColumn("department", words.people.department, 140),
  textColumn("jobTitle", words.people.jobTitle, 140),
  textColumn("siteName", words.people.site, 120),
  textColumn("usageLocation", words.people.usageLocation, 100),
  textColumn("licenseSku", words.people.license, 120),
  textColumn("voiceRoutingPolicy", words.people.voiceRoutingPolicy, 150),
  textColumn("dialPlan", words.people.dialPlan, 120),
  textColumn("callingPolicy", words.people.callingPolicy, 120, { hidden: true }),
  textColumn("cutoverDate", words.people.cutover, 110, { editor: { kind: "date" } }),
  {
    id: "isConfigured",
    header: words.people.configured,
    width: 110,
    text: (row) => (row.isConfigured ? words.common.yes : words.common.no),
    render: (row) =>
      row.isConfigured ? (
        <span className="inline-flex items-center gap-1 text-ok">
          <Check aria-hidden className="size-3.5" />
          {words.common.yes}
        </span>
      ) : (
        words.common.no
      ),
  },
  textColumn("firstName", words.people.firstName, 110, { hidden: true }),
  textColumn("lastName", words.people.lastName, 110, { hidden: true }),
  textColumn("email", words.people.email, 200, { hidden: true }),
  textColumn("notes", words.people.notes, 200),
];

/** An empty value means "nothing there". */
export const PEOPLE_FILTERS: FilterDefinition[] = [
  {
    column: "numbers",
    label: words.people.hasNumber,
    choices: [{ value: "", label: words.people.withoutNumber }],
  },
];
