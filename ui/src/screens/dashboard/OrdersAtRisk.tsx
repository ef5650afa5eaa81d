/** Orders that may not become what was promised: why, what to do, and how long there is. */
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { OrderAtRisk } from "@/bindings/OrderAtRisk";
import type { OrderRisk } from "@/bindings/OrderRisk";
import { Chip } from "@/components/Chip";
import { formatCount, formatInstant, formatUntil } from "@/format";
import { labels, words } from "@/words";

/** Reasons about which hours decide. */
const PRESSING: readonly OrderRisk["kind"][] = ["rejected", "foc_passed", "cancel_deadline", "snapback"];
/** Orders drawn at first. */
const SHOWN = 50;

export function OrdersAtRisk({ orders }: { orders: readonly OrderAtRisk[] }) {
  const [shown, setShown] = useState(SHOWN);
  const now = useMinute();
  if (orders.length === 0) return <p className="p-3 text-muted">{words.dashboard.noRisk}</p>;
  return (
    <>
      <table className="table" aria-label={words.dashboard.atRisk}>
        <tbody>
          {orders.slice(0, shown).map(({ order, risks }) => (
            <tr key={order.id} className="[&>td]:align-top">
              <td>
                <Link to="/orders/$orderId" params={{ orderId: order.id }}>
                  {order.pon ?? words.orders.unnamed}
                </Link>{" "}
                <span className="text-muted tabular-nums">{formatCount(order.numbers)}</span>
                <div className="text-muted text-small">{order.path}</div>
              </td>
              <td>
                <ul className="flex flex-col gap-1 py-1">
                  {risks.map((risk) => (
                    <Reason key={risk.kind + risk.text} risk={risk} now={now} />
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {orders.length > shown && (
        <button type="button" className="button button-quiet" onClick={() => setShown(shown + SHOWN)}>
          {words.dashboard.moreRisks(formatCount(orders.length - shown))}
        </button>
      )}
    </>
  );
}

function Reason({ risk: { kind, text, remedy, until }, now }: { risk: OrderRisk; now: number }) {
  return (
    <li title={remedy}>
      <Chip tone={PRESSING.includes(kind) ? "danger" : "warn"}>
        {labels.orderRisk[kind]}
        {until && (
          <time dateTime={until} title={formatInstant(until)} className="font-medium tabular-nums">
            {formatUntil(until, now)}
          </time>
        )}
      </Chip>{" "}
      <span className="text-small">{text}</span>
    </li>
  );
}

/** The time, once a minute. */
function useMinute(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
