/** What a person has chosen so far. A choice that changes the table under a later choice forgets the later one. Pure. */
import type { ColumnMap } from "@/bindings/ColumnMap";
import type { DateOrder } from "@/bindings/DateOrder";
import type { FieldDefault } from "@/bindings/FieldDefault";
import type { ImportChoices } from "@/bindings/ImportChoices";
import type { ImportPreview } from "@/bindings/ImportPreview";
import type { ImportTarget } from "@/bindings/ImportTarget";
import type { OpenedImport } from "@/bindings/OpenedImport";
import type { PlanChoices } from "@/bindings/PlanChoices";
import type { SheetChoices } from "@/bindings/SheetChoices";
import type { ValueMap } from "@/bindings/ValueMap";
import { type Edits, mend, NO_EDITS, redo, type SheetEdit, undo } from "./edits";

export interface SheetPlace {
  file: string;
  sheet: string;
}

export interface Draft {
  /** `null` until somebody chooses something about a sheet: everything is suggested. */
  sheets: SheetChoices[] | null;
  country: string | null;
  plan: PlanChoices;
  edits: Edits;
}

export const FIRST_DRAFT: Draft = {
  sheets: null,
  country: null,
  plan: { takeFile: [], takeFileAlways: false },
  edits: NO_EDITS,
};

export type SheetStep =
  | { kind: "include"; include: boolean }
  | { kind: "target"; target: ImportTarget }
  | { kind: "header"; headerRow: number }
  | { kind: "columns"; columns: ColumnMap[]; valueMap: ValueMap[] | null }
  | { kind: "values"; valueMap: ValueMap[] }
  | { kind: "defaults"; defaults: FieldDefault[] }
  | { kind: "dateOrder"; dateOrder: DateOrder }
  | { kind: "profile"; profileId: string | null }
  | { kind: "saveProfile"; name: string | null };

export type DraftStep =
  | { kind: "sheet"; place: SheetPlace; step: SheetStep }
  | { kind: "country"; country: string | null }
  | { kind: "takeFile"; key: string; take: boolean }
  | { kind: "takeFileAlways"; always: boolean }
  | { kind: "mend"; edits: readonly SheetEdit[] }
  | { kind: "undo" }
  | { kind: "redo" };

export function isAt(sheet: SheetPlace, place: SheetPlace): boolean {
  return sheet.file === place.file && sheet.sheet === place.sheet;
}

function suggested(place: SheetPlace, include: boolean): SheetChoices {
  return {
    ...place,
    include,
    target: null,
    headerRow: null,
    columns: null,
    valueMap: null,
    defaults: null,
    dateOrder: null,
    formatId: null,
    profileId: null,
    withoutProfile: false,
    saveProfileAs: null,
  };
}

/** Every sheet with what is suggested for it: included are those that the preview has read. */
export function suggestedSheets(opened: OpenedImport, preview?: ImportPreview): SheetChoices[] {
  return opened.files.flatMap(({ file, sheets }) => {
    const isRead = (sheet: string) => preview?.sheets.some((read) => isAt(read, { file, sheet }));
    const knows = preview?.sheets.some((read) => read.file === file);
    return sheets.map(({ name, suggested: offered }) => {
      const include = knows ? isRead(name) === true : offered;
      return suggested({ file, sheet: name }, include);
    });
  });
}

/** The wire form. Files that came later bring their sheets as suggested; those of a file left out are forgotten. */
export function toChoices(draft: Draft, opened: OpenedImport, migrationId: string): ImportChoices {
  const files = opened.files.map(({ file }) => file);
  const isOpen = ({ file }: { file: string }) => files.includes(file);
  const chosen = draft.sheets?.filter(isOpen);
  const later = suggestedSheets(opened).filter((sheet) => !chosen?.some((known) => isAt(known, sheet)));
  return {
    files,
    migrationId,
    sheets: chosen && chosen.length > 0 ? [...chosen, ...later] : null,
    country: draft.country,
    site: null,
    edits: draft.edits.now.filter(isOpen),
    plan: draft.plan,
  };
}

/** What was chosen shows at once; the preview says the same as soon as it is there. */
export function asChosen(preview: ImportPreview, choices: ImportChoices): ImportPreview {
  const sheets = preview.sheets.map((read) => {
    const chosen = choices.sheets?.find((sheet) => isAt(sheet, read));
    if (!chosen) return read;
    const { settings } = read;
    return {
      ...read,
      settings: {
        ...settings,
        target: chosen.target ?? settings.target,
        headerRow: chosen.headerRow ?? settings.headerRow,
        columns: chosen.columns ?? settings.columns,
        valueMap: chosen.valueMap ?? settings.valueMap,
        defaults: chosen.defaults ?? settings.defaults,
        dateOrder: chosen.dateOrder ?? settings.dateOrder,
      },
    };
  });
  return { ...preview, sheets };
}

/** `sheets` are those of the choices on screen, or the suggested ones. */
export function choose(draft: Draft, step: DraftStep, sheets: SheetChoices[]): Draft {
  switch (step.kind) {
    case "sheet":
      return {
        ...draft,
        sheets: sheets.map((it) => (isAt(it, step.place) ? chooseSheet(it, step.step) : it)),
      };
    case "country":
      return { ...draft, country: step.country };
    case "takeFile":
      return {
        ...draft,
        plan: { ...draft.plan, takeFile: toggled(draft.plan.takeFile, step.key, step.take) },
      };
    case "takeFileAlways":
      return { ...draft, plan: { takeFile: [], takeFileAlways: step.always } };
    case "mend":
      return { ...draft, edits: mend(draft.edits, step.edits) };
    case "undo":
      return { ...draft, edits: undo(draft.edits) };
    case "redo":
      return { ...draft, edits: redo(draft.edits) };
  }
}

function chooseSheet(sheet: SheetChoices, step: SheetStep): SheetChoices {
  switch (step.kind) {
    case "include":
      return { ...sheet, include: step.include };
    case "target":
      return { ...sheet, target: step.target, columns: null, valueMap: null };
    case "header":
      return { ...sheet, headerRow: step.headerRow, columns: null, valueMap: null };
    case "columns":
      return { ...sheet, columns: step.columns, valueMap: step.valueMap };
    case "values":
      return { ...sheet, valueMap: step.valueMap };
    case "defaults":
      return { ...sheet, defaults: step.defaults };
    case "dateOrder":
      return { ...sheet, dateOrder: step.dateOrder };
    case "profile":
      return {
        ...sheet,
        profileId: step.profileId,
        withoutProfile: step.profileId === null,
        target: null,
        columns: null,
        valueMap: null,
        defaults: null,
      };
    case "saveProfile":
      return { ...sheet, saveProfileAs: step.name };
  }
}

function toggled(keys: string[], key: string, on: boolean): string[] {
  const others = keys.filter((other) => other !== key);
  return on ? [...others, key] : others;
}
