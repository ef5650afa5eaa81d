/** Port orders as a table. Only the lines in sight are drawn, so that ten thousand orders scroll like ten. */
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { OrderAgeing } from "@/bindings/OrderAgeing";
import type { PortOrderRow } from "@/bindings/PortOrderRow";
import { OrderStatusChip } from "@/components/Chip";
import { formatCount, formatDate } from "@/format";
import { labels, words } from "@/words";
import type { Ages } from "./useAgeing";
import { WaitingCell } from "./Waiting";

/** Height of a line in CSS pixels: a row of 36 and its border. */
const LINE = 37;

interface OrderTableProps {
  orders: readonly PortOrderRow[];
  ages: Ages;
  withPath?: boolean;
}

export function OrderTable({ orders, ages, withPath = true }: OrderTableProps) {
  const scroller = useRef<HTMLElement>(null);
  const lines = useVirtualizer({
    count: orders.length,
    estimateSize: () => LINE,
    getScrollElement: () => scroller.current,
    overscan: 12,
  });
  const drawn = lines.getVirtualItems();
  const above = drawn[0]?.start ?? 0;
  const below = lines.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  return (
    <section
      ref={scroller}
      aria-label={words.orders.title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus there is no scrolling by keyboard
      tabIndex={0}
      className="panel order-list min-h-0 flex-1 overflow-auto"
    >
      <table className="table" aria-rowcount={orders.length + 1}>
        <Head withPath={withPath} />
        <tbody>
          <Gap height={above} />
          {drawn.map(({ index }) => {
            const order = orders[index];
            if (!order) return null;
            return (
              <Line key={order.id} order={order} age={ages.get(order.id)} index={index} withPath={withPath} />
            );
          })}
          <Gap height={below} />
        </tbody>
      </table>
    </section>
  );
}

function Head({ withPath }: { withPath: boolean }) {
  return (
    <thead>
      <tr>
        <th scope="col" className="w-[104px]">
          {words.orders.pon}
        </th>
        <th scope="col" className="w-[136px]">
          {words.orders.status}
        </th>
        <th scope="col" className="w-[168px]">
          {words.orderViews.waiting}
        </th>
        <th scope="col" className="numeric w-[72px]">
          {words.orders.numbers}
        </th>
        <th scope="col" className="w-[100px]">
          {words.orders.foc}
        </th>
        <th scope="col" className="w-[100px]">
          {words.orders.desiredDate}
        </th>
        {withPath && <th scope="col">{words.orders.migration}</th>}
        <th scope="col" className="w-[112px]">
          {words.orders.carrier}
        </th>
        <th scope="col">{words.orders.account}</th>
      </tr>
    </thead>
  );
}

interface LineProps {
  order: PortOrderRow;
  age: OrderAgeing | undefined;
  index: number;
  withPath: boolean;
}

function Line({ order, age, index, withPath }: LineProps) {
  return (
    <tr aria-rowindex={index + 2}>
      <td className="truncate">
        <Link
          to="/orders/$orderId"
          params={{ orderId: order.id }}
          className="font-medium leading-8"
          title={order.pon ?? undefined}
        >
          {order.pon ?? words.orders.unnamed}
        </Link>
        {order.version > 1 && <span className="text-muted"> v{order.version}</span>}
      </td>
      <td>
        <OrderStatusChip status={order.status} numberClass={order.numberClass} />
      </td>
      <td>
        <WaitingCell age={age} />
      </td>
      <td className="numeric">{formatCount(order.numbers)}</td>
      <td className="whitespace-nowrap">{formatDate(order.focLocalDate) || "–"}</td>
      <td className="whitespace-nowrap">{formatDate(order.desiredDate) || "–"}</td>
      {withPath && (
        <td className="truncate text-muted" title={order.path}>
          {order.path}
        </td>
      )}
      <td className="truncate" title={order.carrierName}>
        {order.carrierName}
      </td>
      <td className="truncate" title={order.losingAccount ?? undefined}>
        {order.numberClass === "toll_free" ? labels.numberClass.toll_free : (order.losingAccount ?? "–")}
      </td>
    </tr>
  );
}

function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={9} style={{ height, padding: 0 }} />
    </tr>
  );
}
