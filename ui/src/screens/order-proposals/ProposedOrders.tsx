/** The proposed orders as a table; one of them is chosen. */
import { X } from "lucide-react";
import type { ProposedPortOrder } from "@/bindings/ProposedPortOrder";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { formatCount } from "@/format";
import { labels, words } from "@/words";

interface ProposedOrdersProps {
  orders: readonly ProposedPortOrder[];
  chosen: number;
  onChoose: (index: number) => void;
  onDate: (index: number, date: string | null) => void;
  onDrop: (index: number) => void;
}

export function ProposedOrders({ orders, chosen, onChoose, onDate, onDrop }: ProposedOrdersProps) {
  return (
    <div className="panel overflow-auto">
      <table className="table" aria-label={words.orderProposals.orders}>
        <thead>
          <tr>
            <th scope="col">{words.orderProposals.place}</th>
            <th scope="col">{words.orders.class}</th>
            <th scope="col">{words.orders.scope}</th>
            <th scope="col" className="numeric">
              {words.orderProposals.sequence}
            </th>
            <th scope="col" className="numeric">
              {words.orderProposals.numbers}
            </th>
            <th scope="col">{words.orderProposals.date}</th>
            <th scope="col">{words.orderProposals.settle}</th>
            <th scope="col">
              <span className="visually-hidden">{words.orderProposals.leaveOut}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order, index) => {
            const place = formatCount(index + 1);
            return (
              <tr key={order.numbers[0]?.number} className={index === chosen ? "bg-raised" : undefined}>
                <td>
                  <button
                    type="button"
                    className="text-left font-medium text-accent hover:underline"
                    aria-current={index === chosen}
                    onClick={() => onChoose(index)}
                  >
                    {place}. {order.accountName ?? words.orderProposals.noAccount}
                  </button>
                </td>
                <td>{labels.numberClass[order.numberClass]}</td>
                <td>{labels.portScope[order.scope]}</td>
                <td className="numeric">{formatCount(order.sequenceInAccount)}</td>
                <td className="numeric">{formatCount(order.numbers.length)}</td>
                <td>
                  <input
                    type="date"
                    className="input w-36"
                    aria-label={words.orderProposals.dateOf(place)}
                    value={order.desiredDate ?? ""}
                    onChange={(event) => onDate(index, event.target.value || null)}
                  />
                </td>
                <td>
                  <Settle order={order} />
                </td>
                <td>
                  <Button
                    tone="quiet"
                    icon={X}
                    label={words.orderProposals.drop(place)}
                    onClick={() => onDrop(index)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Settle({ order: { findings } }: { order: ProposedPortOrder }) {
  if (findings.length === 0)
    return <span className="text-muted">{words.orderProposals.nothingToSettle}</span>;
  const isError = findings.some((finding) => finding.severity === "error");
  const [first] = findings;
  return (
    <span title={findings.map((finding) => `${finding.text} ${finding.remedy}`).join("\n")}>
      <Chip tone={isError ? "danger" : "warn"}>{formatCount(findings.length)}</Chip> {first?.text}
    </span>
  );
}
