/** Which facts a place may show, and how a new one is written. */

import type { SheetColumn } from "@/bindings/SheetColumn";
import type { SheetField } from "@/bindings/SheetField";
import { choicesOf, words } from "@/words";

/** How a value is written, whatever shows it. */
export type Writing = Pick<SheetColumn, "format" | "dateFormat" | "upperCase" | "maxLength" | "text">;

export const blankWriting: Writing = {
  format: "text",
  dateFormat: "date_cell",
  upperCase: false,
  maxLength: null,
  text: null,
};

/** Facts that differ from number to number, so that only a column can show them. */
const OF_NUMBERS: readonly SheetField[] = [
  "number",
  "range_end",
  "range_count",
  "extension",
  "number_type",
  "usage",
  "rate_center",
  "end_user_name",
];

/** The facts that a column, or else a single cell, may show. */
export function fieldChoices(ofNumbers: boolean) {
  return choicesOf(words.carriers.fields).filter(
    ({ value }) => ofNumbers || !OF_NUMBERS.includes(value as SheetField),
  );
}

export const showsNumber = (field: SheetField) => ["number", "range_end", "btn", "new_btn"].includes(field);

export const showsDate = (field: SheetField) => ["desired_date", "foc_date"].includes(field);
