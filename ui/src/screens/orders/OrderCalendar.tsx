/** Committed and requested dates of all orders by month, with the keys of a calendar, and the orders of one day. */
import { useNavigate } from "@tanstack/react-router";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import type { PortOrderRow } from "@/bindings/PortOrderRow";
import { Button } from "@/components/Button";
import { formatCount, formatDate } from "@/format";
import { useRead } from "@/queries/commands";
import { labels, words } from "@/words";
import { CalendarDay } from "./CalendarDay";
import { CalendarExport } from "./CalendarExport";
import {
  addMonths,
  dayIn,
  dayOfKey,
  type Entry,
  entriesByDay,
  type NoPort,
  noPortsByDay,
  weeksOf,
} from "./calendar";
import type { OrderSearch } from "./orderFilter";

const say = words.orderCalendar;

/** Entries that fit into a cell. */
const SHOWN = 3;

const MONTH = new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" });
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const today = () => dayIn(new Date().toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone);

interface OrderCalendarProps {
  orders: readonly PortOrderRow[];
  search: OrderSearch;
}

export function OrderCalendar({ orders, search }: OrderCalendarProps) {
  const navigate = useNavigate();
  const day = search.day ?? today();
  const weeks = useMemo(() => weeksOf(day), [day]);
  const entries = useMemo(() => entriesByDay(orders), [orders]);
  const noPorts = useNoPorts(weeks, orders, search.carrier);
  const go = (to: string) =>
    navigate({ to: "/orders", search: { ...search, view: "calendar", day: to }, replace: true });
  const month = MONTH.format(new Date(`${day}T00:00:00Z`));
  return (
    <div className="order-calendar">
      <section className="panel flex min-h-0 flex-col" aria-label={say.month}>
        <header className="flex flex-wrap items-center gap-2 border-line border-b px-3 py-1.5">
          <Button
            tone="quiet"
            icon={ChevronLeft}
            label={say.previous}
            onClick={() => go(addMonths(day, -1))}
          />
          <h2 className="min-w-36 text-center" aria-live="polite">
            {month}
          </h2>
          <Button tone="quiet" icon={ChevronRight} label={say.next} onClick={() => go(addMonths(day, 1))} />
          <Button tone="quiet" onClick={() => go(today())}>
            {say.today}
          </Button>
          <Legend />
          <CalendarExport customerId={search.customer ?? null} />
        </header>
        <Month
          label={say.grid(month)}
          day={day}
          weeks={weeks}
          entries={entries}
          noPorts={noPorts}
          onDay={go}
        />
      </section>
      <CalendarDay day={day} entries={entries.get(day) ?? []} noPorts={noPorts.get(day) ?? []} />
    </div>
  );
}

/** Days without ports of the carriers that the shown orders have. */
function useNoPorts(weeks: string[][], orders: readonly PortOrderRow[], carrier: string | undefined) {
  const from = weeks[0]?.[0] ?? "";
  const to = weeks.at(-1)?.[6] ?? "";
  const { data } = useRead("port_calendar_days", { from, to }, { keepPrevious: true });
  const carriers = useMemo(
    () => new Set(carrier ? [carrier] : orders.map((order) => order.carrierId)),
    [orders, carrier],
  );
  return useMemo(() => noPortsByDay(data ?? [], carriers), [data, carriers]);
}

function Legend() {
  return (
    <ul className="calendar-legend" aria-hidden>
      <li data-kind="committed">{say.committed}</li>
      <li data-kind="requested">{say.requested}</li>
      <li data-kind="snapback">{say.snapback}</li>
      <li data-kind="none">{say.noPort}</li>
    </ul>
  );
}

interface MonthProps {
  label: string;
  day: string;
  weeks: string[][];
  entries: ReadonlyMap<string, readonly Entry[]>;
  noPorts: ReadonlyMap<string, readonly NoPort[]>;
  onDay: (day: string) => void;
}

function Month({ label, day, weeks, entries, noPorts, onDay }: MonthProps) {
  const grid = useRef<HTMLTableElement>(null);
  const byKey = useRef(false);
  // The focus follows the keys, also into a month that has just been drawn.
  useEffect(() => {
    if (!byKey.current) return;
    byKey.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }, [day]);
  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = dayOfKey(event.key, day);
    if (to === null) return;
    event.preventDefault();
    byKey.current = true;
    onDay(to);
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the focus is a grid
    <table ref={grid} role="grid" aria-label={label} className="calendar-grid" onKeyDown={onKeyDown}>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((date) => (
              <Cell
                key={date}
                date={date}
                selected={date === day}
                outside={date.slice(0, 7) !== day.slice(0, 7)}
                entries={entries.get(date) ?? []}
                noPorts={noPorts.get(date) ?? []}
                onDay={onDay}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  date: string;
  selected: boolean;
  outside: boolean;
  entries: readonly Entry[];
  noPorts: readonly NoPort[];
  onDay: (day: string) => void;
}

function Cell({ date, selected, outside, entries, noPorts, onDay }: CellProps) {
  const day = formatDate(date);
  const said = entries.length > 0 ? say.dayEntries(day, formatCount(entries.length)) : say.dayEmpty(day);
  const why = noPorts.map(({ carrier, reason }) => say.noPortOf(carrier, labels.noPortReason[reason]));
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid takes the focus
      role="gridcell"
      data-day={date}
      data-no-port={noPorts.length > 0 || undefined}
      data-outside={outside || undefined}
      data-today={date === today() || undefined}
      aria-selected={selected}
      aria-label={[said, ...why].join(". ")}
      title={why.join("\n") || undefined}
      tabIndex={selected ? 0 : -1}
      onClick={() => onDay(date)}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          document.querySelector<HTMLElement>(".calendar-day a")?.focus();
        }
      }}
    >
      <span className="calendar-date">{Number(date.slice(8))}</span>
      {entries.slice(0, SHOWN).map(({ kind, order }) => (
        <span key={`${kind}${order.id}`} className="calendar-entry" data-kind={kind}>
          <span className="truncate">{order.pon ?? words.orders.unnamed}</span>
          <span className="tabular-nums">{formatCount(order.numbers)}</span>
        </span>
      ))}
      {entries.length > SHOWN && (
        <span className="text-muted text-small">{say.more(formatCount(entries.length - SHOWN))}</span>
      )}
    </td>
  );
}
