/** Port orders by status; columns without orders are left out, except those of the usual way. Cards are drawn in sight. */
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import type { PortOrderRow } from "@/bindings/PortOrderRow";
import type { PortOrderStatus } from "@/bindings/PortOrderStatus";
import { OrderStatusChip } from "@/components/Chip";
import { formatCount, formatDateShort } from "@/format";
import { choicesOf, labels, words } from "@/words";

const USUAL: PortOrderStatus[] = ["draft", "submitted", "foc_received", "scheduled", "ported"];

/** Height of a card with the gap below it, in CSS pixels. */
const CARD = 98;

export function OrderBoard({ orders }: { orders: readonly PortOrderRow[] }) {
  const columns = useMemo(() => columnsOf(orders), [orders]);
  return (
    <div className="flex min-h-0 flex-1 gap-3 overflow-x-auto pb-2">
      {columns.map(({ status, orders: inColumn }) => (
        <section
          key={status}
          aria-label={labels.portOrderStatus[status]}
          className={`flex flex-none flex-col gap-2 ${inColumn.length === 0 ? "w-32" : "w-56"}`}
        >
          <h2 className="flex items-center gap-2">
            <OrderStatusChip status={status} />
            <span className="font-normal text-muted">{formatCount(inColumn.length)}</span>
          </h2>
          {inColumn.length === 0 ? (
            <p className="text-muted text-small">{words.orders.emptyColumn}</p>
          ) : (
            <Cards orders={inColumn} label={labels.portOrderStatus[status]} />
          )}
        </section>
      ))}
    </div>
  );
}

function columnsOf(orders: readonly PortOrderRow[]) {
  const byStatus = new Map<PortOrderStatus, PortOrderRow[]>();
  for (const order of orders) {
    const column = byStatus.get(order.status);
    if (column) column.push(order);
    else byStatus.set(order.status, [order]);
  }
  return choicesOf(labels.portOrderStatus)
    .map(({ value }) => ({ status: value, orders: byStatus.get(value) ?? [] }))
    .filter((column) => column.orders.length > 0 || USUAL.includes(column.status));
}

function Cards({ orders, label }: { orders: readonly PortOrderRow[]; label: string }) {
  const scroller = useRef<HTMLUListElement>(null);
  const cards = useVirtualizer({
    count: orders.length,
    estimateSize: () => CARD,
    getScrollElement: () => scroller.current,
    overscan: 6,
  });
  return (
    <ul
      ref={scroller}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus there is no scrolling by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto"
    >
      <li aria-hidden style={{ height: cards.getVirtualItems()[0]?.start ?? 0 }} />
      {cards.getVirtualItems().map(({ index }) => {
        const order = orders[index];
        return order && <Card key={order.id} order={order} />;
      })}
      <li aria-hidden style={{ height: cards.getTotalSize() - (cards.getVirtualItems().at(-1)?.end ?? 0) }} />
    </ul>
  );
}

function Card({ order }: { order: PortOrderRow }) {
  return (
    <li style={{ height: CARD }}>
      <Link
        to="/orders/$orderId"
        params={{ orderId: order.id }}
        className="panel block h-[90px] overflow-hidden p-2.5 text-text hover:bg-raised hover:no-underline!"
      >
        <span className="flex justify-between gap-2 font-medium">
          <span className="truncate">{order.pon ?? words.orders.unnamed}</span>
          <span className="font-normal text-muted tabular-nums">{formatCount(order.numbers)}</span>
        </span>
        <span className="block truncate text-small">{order.losingAccount}</span>
        <span className="block truncate text-muted text-small" title={order.path}>
          {order.path}
        </span>
        {order.focLocalDate && (
          <span className="block text-small">
            {words.orders.foc} {formatDateShort(order.focLocalDate)}
          </span>
        )}
      </Link>
    </li>
  );
}
