/** The days of a week and what is entered for them. Pure. */
import type { BusinessHours } from "@/bindings/BusinessHours";
import type { TimeRange } from "@/bindings/TimeRange";
import { words } from "@/words";
import type { Column } from "../fields/cells";
import { readHours, writeHours } from "./text";

export type Day = keyof BusinessHours;

export const DAYS: readonly Day[] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];

export const NO_HOURS: BusinessHours = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
};

export const WEEKDAYS = DAYS.slice(0, 5);

/** The day after; Monday after Sunday. */
export function dayAfter(day: Day): Day {
  return DAYS[(DAYS.indexOf(day) + 1) % DAYS.length] ?? "monday";
}

/** A week without a single range is a week nobody knows. */
export function known(week: BusinessHours): BusinessHours | null {
  return DAYS.some((day) => week[day].length > 0) ? week : null;
}

export function withDays(week: BusinessHours, days: readonly Day[], ranges: TimeRange[]): BusinessHours {
  const changed = { ...week };
  for (const day of days) changed[day] = ranges;
  return changed;
}

export function columnOf<Values extends BusinessHours>(day: Day): Column<Values> {
  return {
    field: day,
    label: words.discovery.hours.days[day],
    editor: {
      kind: "written",
      write: (ranges) => writeHours(ranges as TimeRange[]),
      read: (text) => {
        const found = readHours(text);
        if ("problem" in found) return { problem: words.discovery.hours.notRead(found.problem.part) };
        return { value: found.ranges };
      },
    },
  };
}
