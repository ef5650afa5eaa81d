/** Holidays as they are typed: closed, or open for one range. Pure. */
import type { Holiday } from "@/bindings/Holiday";
import type { TimeRange } from "@/bindings/TimeRange";
import type { ApiError } from "@/host";
import { words } from "@/words";
import { readHours, writeHours } from "./text";

const say = words.discovery.holidays;

export type ReadHoliday = { holiday: Holiday } | { problem: string };

/** The holiday with the short day that the text says. */
export function readShortDay({ name, date }: Holiday, text: string): ReadHoliday {
  const read = readHours(text);
  if ("problem" in read) return { problem: words.discovery.hours.notRead(read.problem.part) };
  if (read.ranges.length > 1) return { problem: say.oneRange };
  return { holiday: withShortDay({ name, date }, read.ranges[0] ?? null) };
}

export function withShortDay({ name, date }: Holiday, short: TimeRange | null): Holiday {
  return short ? { name, date, open: short.open, close: short.close } : { name, date };
}

export function writeShortDay({ open, close }: Holiday): string {
  return open && close ? writeHours([{ open, close }]) : "";
}

export function byDate(holidays: Holiday[]): Holiday[] {
  return holidays.toSorted((one, other) => one.date.localeCompare(other.date));
}

export function problemOf(message: string): ApiError {
  return { code: "invalid_input", message, field: null, hints: [] };
}

export function goneError(): ApiError {
  return { code: "not_found", message: say.gone, field: null, hints: [] };
}
