/** Meanings of the words that a file uses for our codes. Pure. */
import type { ImportField } from "@/bindings/ImportField";
import type { ValueMap } from "@/bindings/ValueMap";

export function mapValue(
  maps: ValueMap[],
  field: ImportField,
  text: string,
  code: string | null,
): ValueMap[] {
  return maps.map((map) =>
    map.field === field
      ? { ...map, values: map.values.map((value) => (value.text === text ? { ...value, code } : value)) }
      : map,
  );
}

/** How many words are left out; a carrier's name is kept as written instead. */
export function undecided({ values }: ValueMap): number {
  return values.filter(({ code, field }) => code === null && field !== "carrier").length;
}
