/** Columns and what they become: mapping one, keeping it as a note, finding some among many. Pure. */
import type { ColumnMap } from "@/bindings/ColumnMap";
import type { ImportField } from "@/bindings/ImportField";
import type { ImportSettings } from "@/bindings/ImportSettings";
import type { ValueMap } from "@/bindings/ValueMap";
import { isCoded, isRepeatable } from "./fields";

/** What a person may choose for a column: a field, `notes` for its cells as lines of the notes, or nothing. */
export type ColumnMeaning = { field: ImportField } | "kept" | "none";

export function meaningOf({ field, keepInNotes }: ColumnMap): ColumnMeaning {
  if (field !== null) return { field };
  return keepInNotes ? "kept" : "none";
}

/** A field that is not repeatable is taken from the column that had it. */
export function mapColumn(columns: ColumnMap[], index: number, meaning: ColumnMeaning): ColumnMap[] {
  const field = typeof meaning === "object" ? meaning.field : null;
  return columns.map((column) => {
    if (column.index === index) return { ...column, field, keepInNotes: meaning === "kept" };
    const loses = field !== null && column.field === field && !isRepeatable(field);
    return loses ? { ...column, field: null } : column;
  });
}

/** The meanings of values stay while no column with values comes or goes; else they are suggested anew. */
export function valuesAfter(settings: ImportSettings, columns: ColumnMap[]): ValueMap[] | null {
  const coded = (all: ColumnMap[]) =>
    all
      .filter(({ field }) => field !== null && isCoded(field))
      .map(({ field, index }) => `${field} ${index}`)
      .join();
  return coded(settings.columns) === coded(columns) ? settings.valueMap : null;
}

/** As Excel names columns: A to Z, AA to XFD. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

export function columnName({ header, index }: ColumnMap): string {
  return header === "" ? columnLetters(index) : header;
}

export type ColumnFilter = "all" | "mapped" | "unmapped";

export function isMapped({ field, keepInNotes }: ColumnMap): boolean {
  return field !== null || keepInNotes;
}

/** Finds columns by header, sample or letter. */
export function findColumns(columns: ColumnMap[], search: string, filter: ColumnFilter): ColumnMap[] {
  const text = search.trim().toLowerCase();
  return columns.filter((column) => {
    if (filter !== "all" && isMapped(column) !== (filter === "mapped")) return false;
    if (filter === "unmapped" && column.secret) return false;
    if (text === "") return true;
    const letters = columnLetters(column.index).toLowerCase();
    const within = [column.header, ...column.samples].some((part) => part.toLowerCase().includes(text));
    return within || letters === text;
  });
}

/** For each column that shares its header with others the letters of those others. */
export function duplicateHeaders(columns: ColumnMap[]): ReadonlyMap<number, string[]> {
  const groups = new Map<string, ColumnMap[]>();
  for (const column of columns) {
    const name = column.header.trim().toLowerCase();
    if (name !== "") groups.set(name, [...(groups.get(name) ?? []), column]);
  }
  const found = new Map<number, string[]>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    for (const { index } of group) {
      found.set(
        index,
        group.filter((other) => other.index !== index).map((other) => columnLetters(other.index)),
      );
    }
  }
  return found;
}

/** Whether headers were joined from the header row and the row above it. */
export function isTwoRowHeader(rows: string[][], headerRow: number, columns: ColumnMap[]): boolean {
  const own = rows[headerRow - 1];
  const above = rows[headerRow - 2];
  if (!own || !above) return false;
  const flat = (text: string | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
  const groups = above.map(flat).filter((text) => text !== "");
  return columns.some(({ header, index }) => {
    const text = flat(own[index]);
    return header !== text && header.endsWith(text) && groups.some((group) => header.startsWith(group));
  });
}
