/** Port orders as a table. */
import { Link } from "@tanstack/react-router";
import type { PortOrderRow } from "@/bindings/PortOrderRow";
import { OrderStatusChip } from "@/components/Chip";
import { formatCount, formatDate } from "@/format";
import { labels, words } from "@/words";

export function OrderTable({ orders, withPath = true }: { orders: PortOrderRow[]; withPath?: boolean }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words.orders.pon}</th>
          <th scope="col">{words.orders.status}</th>
          {withPath && <th scope="col">{words.orders.migration}</th>}
          <th scope="col">{words.orders.carrier}</th>
          <th scope="col">{words.orders.account}</th>
          <th scope="col">{words.orders.scope}</th>
          <th scope="col">{words.orders.class}</th>
          <th scope="col" className="numeric">
            {words.orders.numbers}
          </th>
          <th scope="col">{words.orders.desiredDate}</th>
          <th scope="col">{words.orders.foc}</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.id}>
            <td className="whitespace-nowrap">
              <Link to="/orders/$orderId" params={{ orderId: order.id }} className="font-medium">
                {order.pon ?? words.orders.unnamed}
              </Link>
              {order.version > 1 && <span className="text-muted"> v{order.version}</span>}
            </td>
            <td>
              <OrderStatusChip status={order.status} numberClass={order.numberClass} />
            </td>
            {withPath && <td className="text-muted">{order.path}</td>}
            <td>{order.carrierName}</td>
            <td>{order.losingAccount ?? "–"}</td>
            <td>{labels.portScope[order.scope]}</td>
            <td>{labels.numberClass[order.numberClass]}</td>
            <td className="numeric">{formatCount(order.numbers)}</td>
            <td className="whitespace-nowrap">{formatDate(order.desiredDate) || "–"}</td>
            <td className="whitespace-nowrap">{formatDate(order.focLocalDate) || "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
