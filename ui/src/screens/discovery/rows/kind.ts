/** What a table of rows has to know of a kind of row. */
import type { ReactNode } from "react";
import type { RemoveSiteRow } from "@/bindings/RemoveSiteRow";
import type { SaveSiteRow } from "@/bindings/SaveSiteRow";
import type { Site } from "@/bindings/Site";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import type { Column } from "../fields/cells";

export interface StoredRow {
  id: string;
  revision: number;
}

/** The lists of a discovery that hold rows of a site. */
export type ListName =
  | "emergencyLocations"
  | "networkSegments"
  | "legacySystems"
  | "circuits"
  | "specialLines"
  | "devices"
  | "licenses"
  | "contacts";

export interface RowKind<Row extends StoredRow, Values extends object> {
  /** Where the rows lie in the discovery. */
  list: ListName;
  label: string;
  /** What a new row is called. */
  add: string;
  columns: readonly Column<Values>[];
  /** What a new row begins with; `null` where something has to be entered. */
  blank: (site: Site) => { [Field in keyof Values]: Values[Field] | null };
  nameOf: (values: Values) => string;
  /** What else is to be said of a row, below it. */
  note?: (row: Row, discovery: SiteDiscovery) => ReactNode;
  save: (request: SaveSiteRow<string, Values>) => Promise<Row>;
  remove: (request: RemoveSiteRow<string>) => Promise<unknown>;
}

/** Columns by field: a field without one would be lost when its row is saved, so that does not compile. */
export function columnsOf<Values>(
  columns: Record<keyof Values & string, Omit<Column<Values>, "field">>,
): Column<Values>[] {
  return Object.entries(columns).map(([field, column]) => ({
    ...(column as Omit<Column<Values>, "field">),
    field: field as keyof Values & string,
  }));
}

export function rowsOf<Row extends StoredRow, Values extends object>(
  kind: RowKind<Row, Values>,
  discovery: SiteDiscovery,
): Row[] {
  return discovery[kind.list] as unknown as Row[];
}

/** The discovery with this row in place of the one of its id, or after all others. */
export function withRow<Row extends StoredRow>(
  discovery: SiteDiscovery,
  list: ListName,
  row: Row,
): SiteDiscovery {
  const rows = discovery[list] as unknown as Row[];
  const known = rows.some(({ id }) => id === row.id);
  const after = known ? rows.map((before) => (before.id === row.id ? row : before)) : [...rows, row];
  return { ...discovery, [list]: after };
}

export function withoutRow(discovery: SiteDiscovery, list: ListName, id: string): SiteDiscovery {
  return { ...discovery, [list]: discovery[list].filter((row) => row.id !== id) };
}

/** The values of a row that a person enters. */
export function valuesOf<Values extends object>(row: object, columns: readonly Column<Values>[]): Values {
  const all = row as Record<string, unknown>;
  return Object.fromEntries(columns.map(({ field }) => [field, all[field]])) as Values;
}

/** Labels of required fields that are empty. */
export function lacking<Values extends object>(values: Values, columns: readonly Column<Values>[]): string[] {
  const empty = ({ field }: Column<Values>) => values[field] === null || values[field] === "";
  return columns.filter((column) => column.required && empty(column)).map(({ label }) => label);
}
