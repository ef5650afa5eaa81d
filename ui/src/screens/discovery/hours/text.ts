/**
 * Hours as people type them: "8-12, 1-5p", "22-6", "24 hours", "closed". Written back with AM and PM, so that nothing is
 * left to guess. A range that closes before it opens ends on the next day. Pure.
 */
import type { TimeRange } from "@/bindings/TimeRange";

export type ReadHours = { ranges: TimeRange[] } | { problem: HoursProblem };

/** Why a text is not read: the part that is no range, or no time. */
export interface HoursProblem {
  part: string;
}

const HALF = 12 * 60;
const DAY = 24 * 60;
/** Nobody closes longer than this between two ranges of a day and leaves out which half of the day is meant. */
const LONGEST_PAUSE = 10 * 60;
const CLOSED = /^(closed|none|-|–|x)?$/i;
const WHOLE_DAY = /^(24|24\s*\/\s*7|24\s*h(ou)?rs?|24\s*h|all\s*day|around the clock)$/i;
const BETWEEN_RANGES = /\s*(?:[,;+&\n]|\band\b)\s*/i;
const RANGE = /^(.+?)\s*(?:-|–|—|\bto\b|\bthru\b|\bthrough\b|\buntil\b|\btill\b)\s*(.+)$/i;
const TIME = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:([ap])\.?(?:m\.?)?)?$/i;

/** A time as it stands in the text. */
interface Typed {
  /** Minutes after midnight or noon with a mark, or as written without. */
  minutes: number;
  half: "a" | "p" | null;
  /** Only a 24-hour clock writes it so: 08:00, 13, 0. */
  is24: boolean;
}

export function readHours(text: string): ReadHours {
  const whole = text.trim();
  if (CLOSED.test(whole)) return { ranges: [] };
  if (WHOLE_DAY.test(whole)) return { ranges: [{ open: "00:00", close: "24:00" }] };
  const typed: [Typed, Typed][] = [];
  for (const part of whole.split(BETWEEN_RANGES).filter(Boolean)) {
    const [, first = "", second = ""] = RANGE.exec(part) ?? [];
    const open = readTime(first);
    const close = readTime(second);
    if (!open || !close) return { problem: { part } };
    typed.push([open, close]);
  }
  const times = typed.flat();
  const is24 = times.some((time) => time.is24) && times.every((time) => time.half === null);
  const ranges: TimeRange[] = [];
  let after = 0;
  for (const [open, close] of typed) {
    const [from, until] = is24 ? [open.minutes, close.minutes] : guessHalves(open, close, after);
    ranges.push({ open: clock(from), close: clock(until === 0 ? DAY : until) });
    after = until;
  }
  return { ranges };
}

function readTime(text: string): Typed | null {
  const word = text.trim().toLowerCase();
  if (word === "noon") return { minutes: HALF, half: "p", is24: false };
  if (word === "midnight") return { minutes: 0, half: "a", is24: false };
  const found = TIME.exec(word);
  if (!found) return null;
  const hours = Number(found[1]);
  const minutes = Number(found[2] ?? "0");
  const half = (found[3]?.toLowerCase() ?? null) as Typed["half"];
  const isLast = hours === 24 && minutes === 0;
  if (minutes > 59 || (hours > 23 && !isLast)) return null;
  if (half) {
    if (hours === 0 || hours > 12) return null;
    return { minutes: (hours % 12) * 60 + minutes + (half === "p" ? HALF : 0), half, is24: false };
  }
  return { minutes: hours * 60 + minutes, half, is24: hours > 12 || found[1]?.startsWith("0") === true };
}

/** Without a mark a time is the next one that fits: a range opens after the one before it and closes after it opens. */
function guessHalves(open: Typed, close: Typed, after: number): [number, number] {
  const from = open.half ? open.minutes : guessOpen(open.minutes, close, after);
  if (close.half || close.minutes > 12 * 60 + 59) return [from, close.minutes];
  const times = halves(close.minutes);
  return [from, times.find((time) => time > from) ?? times[0]];
}

function guessOpen(minutes: number, close: Typed, after: number): number {
  // 12 without a mark opens at noon; midnight is written as 0, 12a or midnight.
  if (minutes >= HALF && after === 0) return minutes % DAY;
  const [early, late] = halves(minutes);
  // A range that is not after the one before it overlaps it rather than opening in the middle of the night.
  if (after > 0 && close.half !== "p") return early < after && late - after <= LONGEST_PAUSE ? late : early;
  const until = close.minutes === 0 ? DAY : close.minutes;
  // "1-5p" means the afternoon, "8-5p" the morning.
  return close.half === "p" && late < until ? late : early;
}

/** The time before and after noon that a dial shows alike. */
function halves(minutes: number): [number, number] {
  const early = minutes % HALF;
  return [early, early + HALF];
}

/** Minutes after midnight as the wire spells them. */
export function clock(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}

export function minutesOf(time: string): number {
  const [hours = "0", minutes = "0"] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}

export function isWholeDay({ open, close }: TimeRange): boolean {
  return open === "00:00" && close === "24:00";
}

/** Whether the range ends on the day after it opens; an end at midnight is still that day's. */
export function endsNextDay({ open, close }: TimeRange): boolean {
  return minutesOf(close) <= minutesOf(open);
}

export function writeHours(ranges: readonly TimeRange[]): string {
  return ranges.map(writeRange).join(", ");
}

function writeRange(range: TimeRange): string {
  return isWholeDay(range) ? "24 hours" : `${writeTime(range.open)}-${writeTime(range.close)}`;
}

export function writeTime(time: string): string {
  const minutes = minutesOf(time);
  const hours = Math.floor(minutes / 60);
  const dial = hours % 12 === 0 ? 12 : hours % 12;
  const rest = minutes % 60 === 0 ? "" : `:${String(minutes % 60).padStart(2, "0")}`;
  return `${dial}${rest} ${hours % 24 < 12 ? "AM" : "PM"}`;
}
