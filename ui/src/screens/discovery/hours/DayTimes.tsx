/** The ranges of a day as times, for those who would rather not type them as text. */
import { Plus, X } from "lucide-react";
import { useRef } from "react";
import type { TimeRange } from "@/bindings/TimeRange";
import { Button } from "@/components/Button";
import { words } from "@/words";
import { clock, isWholeDay, minutesOf, writeHours } from "./text";
import type { Day } from "./week";

const say = words.discovery.hours;
const FIRST: TimeRange = { open: "08:00", close: "17:00" };
const HOUR = 60;
const DAY = 24 * HOUR;

interface DayTimesProps {
  day: Day;
  ranges: TimeRange[];
  /** The text that stands for the ranges now; `isDone` where nothing more is to be typed. */
  onChange: (text: string, isDone: boolean) => void;
  onLeave: () => void;
}

export function DayTimes({ day, ranges, onChange, onLeave }: DayTimesProps) {
  const place = useRef<HTMLDivElement>(null);
  const name = say.days[day];
  const is24 = ranges.length === 1 && ranges[0] !== undefined && isWholeDay(ranges[0]);
  const change = (next: TimeRange[], isDone: boolean) => onChange(writeHours(next), isDone);
  const set = (index: number, range: TimeRange) =>
    change(
      ranges.map((before, at) => (at === index ? range : before)),
      false,
    );
  return (
    <div ref={place} className="flex flex-wrap items-center gap-x-4 gap-y-2 pl-26">
      {!is24 &&
        ranges.map((range, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a range has no other name than its place
          <span key={index} className="inline-flex items-center gap-1">
            <TimeInput
              label={say.opens(name, index + 1)}
              value={range.open}
              onChange={(open) => set(index, { ...range, open })}
              onLeave={onLeave}
            />
            {say.until}
            <TimeInput
              label={say.closes(name, index + 1)}
              value={range.close}
              onChange={(close) => set(index, { ...range, close: close === "00:00" ? "24:00" : close })}
              onLeave={onLeave}
            />
            <Button
              tone="quiet"
              icon={X}
              label={say.removeRange(name, index + 1)}
              onClick={() =>
                change(
                  ranges.filter((_, at) => at !== index),
                  true,
                )
              }
            />
          </span>
        ))}
      {!is24 && (
        <Button icon={Plus} onClick={() => change([...ranges, after(ranges.at(-1))], true)}>
          {say.addRange}
        </Button>
      )}
      <label className="flex min-h-8 items-center gap-2">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={is24}
          onChange={(event) =>
            change(event.target.checked ? [{ open: "00:00", close: "24:00" }] : [FIRST], true)
          }
        />
        {say.wholeDay}
      </label>
    </div>
  );
}

interface TimeInputProps {
  label: string;
  value: string;
  onChange: (time: string) => void;
  onLeave: () => void;
}

/** The end of the day is shown as the midnight that it is. */
function TimeInput({ label, value, onChange, onLeave }: TimeInputProps) {
  return (
    <input
      type="time"
      className="input w-30"
      aria-label={label}
      value={value === "24:00" ? "00:00" : value}
      onChange={(event) => event.target.value && onChange(event.target.value)}
      onBlur={onLeave}
    />
  );
}

/** A range an hour after the last one, where the day has room for it. */
function after(last: TimeRange | undefined): TimeRange {
  if (!last) return FIRST;
  const open = minutesOf(last.close) + HOUR;
  if (minutesOf(last.close) <= minutesOf(last.open) || open + HOUR > DAY) return last;
  return { open: clock(open), close: clock(Math.min(open + 4 * HOUR, DAY)) };
}
