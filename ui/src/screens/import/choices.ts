/** What a person has chosen so far. A choice that changes the table under a later choice forgets the later one. Pure. */
import type { ColumnMap } from "@/bindings/ColumnMap";
import type { ImportChoices } from "@/bindings/ImportChoices";
import type { ImportField } from "@/bindings/ImportField";
import type { ImportTarget } from "@/bindings/ImportTarget";
import type { ValueMap } from "@/bindings/ValueMap";

export type ChoiceStep =
  | { kind: "sheet"; sheet: string }
  | { kind: "target"; target: ImportTarget }
  | { kind: "header"; headerRow: number }
  | { kind: "country"; country: string | null }
  | { kind: "column"; columns: ColumnMap[]; index: number; field: ImportField | null }
  | { kind: "value"; values: ValueMap[]; field: ImportField; text: string; code: string | null };

export function firstChoices(fileId: string, migrationId: string): ImportChoices {
  return {
    fileId,
    migrationId,
    sheet: null,
    target: null,
    headerRow: null,
    columns: null,
    valueMap: null,
    country: null,
  };
}

export function choose(choices: ImportChoices, step: ChoiceStep): ImportChoices {
  switch (step.kind) {
    case "sheet":
      return { ...choices, sheet: step.sheet, target: null, headerRow: null, columns: null, valueMap: null };
    case "target":
      return { ...choices, target: step.target, columns: null, valueMap: null };
    case "header":
      return { ...choices, headerRow: step.headerRow, columns: null, valueMap: null };
    case "country":
      return { ...choices, country: step.country };
    case "column":
      return { ...choices, columns: mapColumn(step.columns, step.index, step.field), valueMap: null };
    case "value":
      return { ...choices, valueMap: mapValue(step.values, step) };
  }
}

/** A field is taken from one column: choosing it for another column frees the first. */
function mapColumn(columns: ColumnMap[], index: number, field: ImportField | null): ColumnMap[] {
  return columns.map((column) => {
    if (column.index === index) return { ...column, field };
    return field !== null && column.field === field ? { ...column, field: null } : column;
  });
}

function mapValue(
  maps: ValueMap[],
  { field, text, code }: Extract<ChoiceStep, { kind: "value" }>,
): ValueMap[] {
  return maps.map((map) =>
    map.field === field
      ? { ...map, values: map.values.map((value) => (value.text === text ? { ...value, code } : value)) }
      : map,
  );
}
