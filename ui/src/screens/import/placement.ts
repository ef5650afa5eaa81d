/** Which sheet is on screen, and everything known about it. Pure. */
import type { ImportFile } from "@/bindings/ImportFile";
import type { SheetChoices } from "@/bindings/SheetChoices";
import type { SheetPreview } from "@/bindings/SheetPreview";
import type { SheetSummary } from "@/bindings/SheetSummary";
import { isAt, type SheetPlace } from "./draft";
import type { ImportState } from "./useImport";

export interface StepProps {
  state: ImportState;
  /** The sheet chosen to look at, on any step. */
  place: SheetPlace | null;
  onPlace: (place: SheetPlace) => void;
}

export interface ShownSheet {
  file: ImportFile;
  summary: SheetSummary;
  chosen: SheetChoices;
  /** Absent while the sheet is not among those that are read. */
  read: SheetPreview | undefined;
}

type Known = Pick<ImportState, "opened" | "sheets" | "preview">;

export function sheetAt({ opened, sheets, preview }: Known, place: SheetPlace): ShownSheet | undefined {
  const file = opened.files.find((candidate) => candidate.file === place.file);
  const summary = file?.sheets.find(({ name }) => name === place.sheet);
  const chosen = sheets.find((candidate) => isAt(candidate, place));
  if (!file || !summary || !chosen) return undefined;
  return { file, summary, chosen, read: preview?.sheets.find((candidate) => isAt(candidate, place)) };
}

/** The sheet asked for, else the first that is read, else the first of all. */
export function shownSheet(known: Known, place: SheetPlace | null): ShownSheet | undefined {
  const candidates = [place, known.preview?.sheets[0], known.sheets[0]];
  for (const candidate of candidates) {
    const found = candidate && sheetAt(known, candidate);
    if (found) return found;
  }
  return undefined;
}

/** The same among the sheets that are read. */
export function readSheet(known: Known, place: SheetPlace | null): SheetPreview | undefined {
  const read = known.preview?.sheets ?? [];
  return (place && read.find((candidate) => isAt(candidate, place))) ?? read[0];
}

/** The sheets' names; with the file's where two sheets have the same. */
export function sheetTitles(sheets: SheetPreview[]): string[] {
  return sheets.map(({ sheet, fileName }) => {
    const isUnique = sheets.filter((other) => other.sheet === sheet).length === 1;
    return isUnique ? sheet : `${fileName} · ${sheet}`;
  });
}

/** Whether something about the sheet must be decided before the commit, or should be. */
export function waits(sheet: SheetPreview): "must" | "should" | null {
  if (sheet.problem !== null) return "must";
  return asksForDates(sheet) ? "should" : null;
}

/** Whether its dates can be read in two ways and nobody has said which. */
export function asksForDates({ ambiguousDates, settings }: SheetPreview): boolean {
  return ambiguousDates.length > 0 && settings.dateOrder === null;
}
