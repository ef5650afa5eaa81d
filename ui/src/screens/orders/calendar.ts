/** The days of a month and what happens on each. Days are texts `YYYY-MM-DD`, so that no clock moves them. Pure. */
import type { CarrierNoPortDays } from "@/bindings/CarrierNoPortDays";
import type { NoPortReason } from "@/bindings/NoPortReason";
import type { PortOrderRow } from "@/bindings/PortOrderRow";
import type { PortOrderStatus } from "@/bindings/PortOrderStatus";

export type EntryKind = "committed" | "requested" | "snapback";

export interface Entry {
  kind: EntryKind;
  order: PortOrderRow;
}

/** Orders that still wait for a commitment: what they asked for is worth a place in the calendar. */
const ASKING: readonly PortOrderStatus[] = [
  "draft",
  "ready",
  "loa_requested",
  "loa_signed",
  "submitted",
  "rejected",
];
/** Orders that will not port on the date they had. */
const GONE: readonly PortOrderStatus[] = ["cancelled", "failed", "snapped_back"];
/** Orders whose port may still be undone. */
const UNDOABLE: readonly PortOrderStatus[] = ["ported", "partially_ported", "verified"];

const KIND_ORDER: Record<EntryKind, number> = { committed: 0, snapback: 1, requested: 2 };

/** What happens on each day: committed ports by hour, then ends of snapback windows, then requested dates. */
export function entriesByDay(orders: readonly PortOrderRow[]): ReadonlyMap<string, readonly Entry[]> {
  const days = new Map<string, Entry[]>();
  const add = (day: string, entry: Entry) => {
    const entries = days.get(day);
    if (entries) entries.push(entry);
    else days.set(day, [entry]);
  };
  for (const order of orders) {
    if (order.focLocalDate && !GONE.includes(order.status)) {
      add(order.focLocalDate, { kind: "committed", order });
    } else if (order.desiredDate && ASKING.includes(order.status)) {
      add(order.desiredDate, { kind: "requested", order });
    }
    if (order.snapbackUntil && UNDOABLE.includes(order.status)) {
      add(dayIn(order.snapbackUntil, order.siteTimeZone), { kind: "snapback", order });
    }
  }
  for (const entries of days.values()) entries.sort(compare);
  return days;
}

function compare(one: Entry, other: Entry): number {
  return (
    KIND_ORDER[one.kind] - KIND_ORDER[other.kind] ||
    (one.order.focAt ?? "").localeCompare(other.order.focAt ?? "") ||
    (one.order.pon ?? "").localeCompare(other.order.pon ?? "")
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day that an instant falls on in a zone. */
export function dayIn(at: string, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    // Sweden writes dates as ISO does.
    format = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: zone });
    formats.set(zone, format);
  }
  return format.format(new Date(at));
}

export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** The same day of another month, or its last day where that is shorter. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The weeks that show the month of a day, from Sunday to Saturday. */
export function weeksOf(day: string): string[][] {
  const first = `${day.slice(0, 7)}-01`;
  const end = addMonths(first, 1);
  const weeks: string[][] = [];
  for (let start = addDays(first, -weekdayOf(first)); start < end; start = addDays(start, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, place) => addDays(start, place)));
  }
  return weeks;
}

/** The day that a key leads to, or none. */
export function dayOfKey(key: string, day: string): string | null {
  switch (key) {
    case "ArrowLeft":
      return addDays(day, -1);
    case "ArrowRight":
      return addDays(day, 1);
    case "ArrowUp":
      return addDays(day, -7);
    case "ArrowDown":
      return addDays(day, 7);
    case "PageUp":
      return addMonths(day, -1);
    case "PageDown":
      return addMonths(day, 1);
    case "Home":
      return addDays(day, -weekdayOf(day));
    case "End":
      return addDays(day, 6 - weekdayOf(day));
    default:
      return null;
  }
}

export interface NoPort {
  carrier: string;
  reason: NoPortReason;
}

/** Which of these carriers move no numbers on a day. */
export function noPortsByDay(
  carriers: readonly CarrierNoPortDays[],
  shown: ReadonlySet<string>,
): ReadonlyMap<string, readonly NoPort[]> {
  const days = new Map<string, NoPort[]>();
  for (const carrier of carriers) {
    if (!shown.has(carrier.carrierId)) continue;
    for (const { date, reason } of carrier.days) {
      const found = days.get(date);
      const entry = { carrier: carrier.carrierName, reason };
      if (found) found.push(entry);
      else days.set(date, [entry]);
    }
  }
  return days;
}
