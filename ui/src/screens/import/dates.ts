/** A date written with numbers, read both ways. Pure. */
import type { DateOrder } from "@/bindings/DateOrder";
import { formatDate } from "@/format";

/** `03/04/2026` as a date people read; empty where the text is no such date. */
export function readAs(text: string, order: DateOrder): string {
  const match = /(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})/.exec(text);
  if (!match) return "";
  const [first = "", second = "", year = ""] = match.slice(1);
  const [month, day] = order === "month_first" ? [first, second] : [second, first];
  const full = year.length === 2 ? `20${year}` : year.padStart(4, "0");
  return formatDate(`${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}
