/** The orders of one day, with the hour for the carrier and at the site. */
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { OrderStatusChip } from "@/components/Chip";
import { formatCount, formatDateShort, formatInstantIn } from "@/format";
import { labels, words } from "@/words";
import type { Entry, NoPort } from "./calendar";

const say = words.orderCalendar;

/** Height of an entry in CSS pixels. */
const ENTRY = 104;

interface CalendarDayProps {
  day: string;
  entries: readonly Entry[];
  noPorts: readonly NoPort[];
}

export function CalendarDay({ day, entries, noPorts }: CalendarDayProps) {
  return (
    <section className="panel calendar-day" aria-label={formatDateShort(day)}>
      <header className="border-line border-b px-3 py-2">
        <h2>{formatDateShort(day)}</h2>
        {noPorts.map(({ carrier, reason }) => (
          <p key={carrier} className="text-muted text-small">
            {say.noPort}: {say.noPortOf(carrier, labels.noPortReason[reason])}
          </p>
        ))}
      </header>
      {entries.length === 0 ? (
        <p className="p-3 text-muted">{say.nothing}</p>
      ) : (
        <Entries key={day} entries={entries} label={formatDateShort(day)} />
      )}
    </section>
  );
}

function Entries({ entries, label }: { entries: readonly Entry[]; label: string }) {
  const scroller = useRef<HTMLUListElement>(null);
  const lines = useVirtualizer({
    count: entries.length,
    estimateSize: () => ENTRY,
    getScrollElement: () => scroller.current,
    overscan: 6,
  });
  const drawn = lines.getVirtualItems();
  return (
    <ul
      ref={scroller}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus there is no scrolling by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto"
    >
      <li aria-hidden style={{ height: drawn[0]?.start ?? 0 }} />
      {drawn.map(({ index }) => {
        const entry = entries[index];
        return entry && <Line key={`${entry.kind}${entry.order.id}`} entry={entry} />;
      })}
      <li aria-hidden style={{ height: lines.getTotalSize() - (drawn.at(-1)?.end ?? 0) }} />
    </ul>
  );
}

function Line({ entry: { kind, order } }: { entry: Entry }) {
  const { focLocalTime, focZone, focAt, siteTimeZone, snapbackUntil } = order;
  const until = kind === "snapback" ? snapbackUntil : null;
  return (
    <li style={{ height: ENTRY }} className="overflow-hidden border-line border-b px-3 py-2">
      <p className="flex items-center gap-2">
        <Link to="/orders/$orderId" params={{ orderId: order.id }} className="truncate font-medium">
          {order.pon ?? words.orders.unnamed}
        </Link>
        <span className="text-muted tabular-nums">{formatCount(order.numbers)}</span>
        <span className="flex-1" />
        <OrderStatusChip status={order.status} numberClass={order.numberClass} />
      </p>
      <p className="truncate text-small" title={order.path}>
        <span className="calendar-kind" data-kind={kind}>
          {say[kind]}
        </span>{" "}
        {order.path}
      </p>
      {kind === "committed" && (
        <p className="truncate text-small">
          {say.carrierTime}: {[focLocalTime?.slice(0, 5), focZone].filter(Boolean).join(" ")}
        </p>
      )}
      {kind === "committed" && focAt && (
        <p className="truncate text-muted text-small">
          {say.siteTime}: {formatInstantIn(focAt, siteTimeZone)}
        </p>
      )}
      {until && <p className="truncate text-small">{formatInstantIn(until, siteTimeZone)}</p>}
    </li>
  );
}
