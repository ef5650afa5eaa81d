/** How counts, dates and telephone numbers read, through Intl wherever Intl knows better. */
import type { ZonedTime } from "@/bindings/ZonedTime";

const LOCALE = "en-US";
const count = new Intl.NumberFormat(LOCALE);
const day = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeZone: "UTC" });
const dayShort = new Intl.DateTimeFormat(LOCALE, {
  weekday: "short",
  month: "short",
  day: "numeric",
  timeZone: "UTC",
});
const instant = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeStyle: "short" });
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto" });

export function formatCount(value: number): string {
  return count.format(value);
}

export function formatPercent(part: number, whole: number): string {
  if (whole === 0) return "–";
  return `${Math.floor((part / whole) * 100)} %`;
}

/** Cents as dollars, never by way of a fraction. */
export function formatCents(cents: number): string {
  const whole = formatCount(Math.trunc(Math.abs(cents) / 100));
  return `${cents < 0 ? "-" : ""}$${whole}.${String(Math.abs(cents) % 100).padStart(2, "0")}`;
}

/** A date without a clock (`YYYY-MM-DD`) stays that date in every time zone. */
export function formatDate(date: string | null | undefined): string {
  return date ? day.format(new Date(`${date}T00:00:00Z`)) : "";
}

export function formatDateShort(date: string): string {
  return dayShort.format(new Date(`${date}T00:00:00Z`));
}

/** An instant in the time zone of this machine. */
export function formatInstant(at: string | null | undefined): string {
  return at ? instant.format(new Date(at)) : "";
}

/** An instant in a named zone, with the zone's own abbreviation. */
export function formatInstantIn(at: string, zone: string): string {
  return new Intl.DateTimeFormat(LOCALE, {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZone: zone,
    timeZoneName: "short",
  }).format(new Date(at));
}

/** A moment by the clock of a zone, as people there say it. */
export function formatZoned({ date, time, name, zone }: ZonedTime): string {
  return `${formatDate(date)}, ${time} ${name} (${zone})`;
}

/** The carrier's own date, time and zone, as it stands on the FOC. */
export function formatFoc(date: string | null, time: string | null, zone: string | null): string {
  return [formatDate(date), time?.slice(0, 5), zone].filter(Boolean).join(" ");
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

/** How long ago, for the last week; the date before that. */
export function formatAgo(at: string, now: number = Date.now()): string {
  const seconds = (new Date(at).getTime() - now) / 1000;
  if (Math.abs(seconds) > 7 * 86_400) return formatInstant(at);
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  }
  return relative.format(0, "second");
}

/** How long until an instant, in hours and minutes: `5 h 20 min`; nothing once it has passed. */
export function formatUntil(at: string, now: number = Date.now()): string {
  const minutes = Math.floor((new Date(at).getTime() - now) / 60_000);
  if (minutes < 0) return "";
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}

/** North American numbers as +1 214-555-0100; others in E.164, whose grouping differs by country. */
export function formatNumber(e164: string): string {
  const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  return match ? `+1 ${match[1]}-${match[2]}-${match[3]}` : e164;
}

/** North American toll-free codes; such numbers move by a RespOrg change. */
export function isTollFreeNumber(e164: string): boolean {
  return /^\+18(00|33|44|55|66|77|88)\d{7}$/.test(e164);
}

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

export function formatBytes(bytes: number): string {
  const step = Math.min(UNITS.length - 1, bytes > 0 ? Math.floor(Math.log10(bytes) / 3) : 0);
  const format = new Intl.NumberFormat(LOCALE, {
    style: "unit",
    unit: UNITS[step],
    // Short, it says "4 byte".
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: 1,
  });
  return format.format(bytes / 1000 ** step);
}
