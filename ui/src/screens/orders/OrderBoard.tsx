/** Port orders by status; columns without orders are left out, except those of the usual way. */
import { Link } from "@tanstack/react-router";
import type { PortOrderRow } from "@/bindings/PortOrderRow";
import type { PortOrderStatus } from "@/bindings/PortOrderStatus";
import { OrderStatusChip } from "@/components/Chip";
import { formatCount, formatDateShort } from "@/format";
import { choicesOf, labels, words } from "@/words";

const USUAL: PortOrderStatus[] = ["draft", "submitted", "foc_received", "scheduled", "ported"];

export function OrderBoard({ orders }: { orders: PortOrderRow[] }) {
  const columns = choicesOf(labels.portOrderStatus)
    .map(({ value }) => ({ status: value, orders: orders.filter((order) => order.status === value) }))
    .filter((column) => column.orders.length > 0 || USUAL.includes(column.status));
  return (
    <div className="flex min-h-0 flex-1 gap-3 overflow-x-auto pb-2">
      {columns.map(({ status, orders: inColumn }) => (
        <section
          key={status}
          aria-label={labels.portOrderStatus[status]}
          className="flex w-56 flex-none flex-col gap-2"
        >
          <h2 className="flex items-center gap-2">
            <OrderStatusChip status={status} />
            <span className="font-normal text-muted">{formatCount(inColumn.length)}</span>
          </h2>
          {inColumn.length === 0 && <p className="text-muted text-small">{words.orders.emptyColumn}</p>}
          {inColumn.map((order) => (
            <Link
              key={order.id}
              to="/orders/$orderId"
              params={{ orderId: order.id }}
              className="panel block p-2.5 text-text hover:bg-raised hover:no-underline!"
            >
              <span className="flex justify-between gap-2 font-medium">
                {order.pon ?? words.orders.unnamed}
                <span className="font-normal text-muted tabular-nums">{formatCount(order.numbers)}</span>
              </span>
              <span className="block truncate text-small">{order.losingAccount}</span>
              <span className="block truncate text-muted text-small">{order.path}</span>
              {order.focLocalDate && (
                <span className="block text-small">
                  {words.orders.foc} {formatDateShort(order.focLocalDate)}
                </span>
              )}
            </Link>
          ))}
        </section>
      ))}
    </div>
  );
}
