/** Which fields a sheet of people or numbers can fill; mirrors `ImportField::belongs_to`, which has the last word. Pure. */
import type { ImportField } from "@/bindings/ImportField";
import type { ImportTarget } from "@/bindings/ImportTarget";
import { choicesOf, labels } from "@/words";

const BOTH: ImportField[] = ["e164", "extension", "notes"];
const NUMBERS: ImportField[] = [
  "number_type",
  "usage",
  "description",
  "carrier",
  "btn",
  "rate_center",
  "foc_date",
  "order_date",
  "porting_status",
  "disposition",
  "quantity_check",
  "assigned_to_upn",
];

export function fieldChoices(target: ImportTarget): { value: ImportField; label: string }[] {
  return choicesOf(labels.importField).filter(
    ({ value }) => BOTH.includes(value) || NUMBERS.includes(value) === (target === "phone_numbers"),
  );
}

/** The codes a text of the file can stand for; `null` where any text will do. */
export function codeChoices(field: ImportField): { value: string; label: string }[] | null {
  switch (field) {
    case "number_type":
      return choicesOf(labels.phoneNumberType);
    case "usage":
      return choicesOf(labels.numberUsage);
    case "porting_status":
      return choicesOf(labels.portingStatus);
    case "disposition":
      return choicesOf(labels.disposition);
    default:
      return null;
  }
}
