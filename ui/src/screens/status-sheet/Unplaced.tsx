/** What of a status sheet leads to no order: unknown order numbers, and rows that could not be read. */
import type { RejectedLine } from "@/bindings/RejectedLine";
import type { UnknownOrder } from "@/bindings/UnknownOrder";
import { Section } from "@/components/Page";
import { formatCount } from "@/format";
import { words } from "@/words";

export function UnknownOrders({ orders, isMail }: { orders: UnknownOrder[]; isMail?: boolean }) {
  const named = isMail ? words.mail.lines : words.statusSheet.unknownOrder;
  if (orders.length === 0) return null;
  return (
    <Section title={words.statusSheet.unknown} flush>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.statusSheet.order}</th>
            <th scope="col">{words.statusSheet.row}</th>
            <th scope="col">{words.statusSheet.numbers}</th>
          </tr>
        </thead>
        <tbody>
          {orders.map(({ pon, rows, numbers, orders: count }) => (
            <tr key={pon}>
              <td className="font-medium">{pon}</td>
              <td>{named(rows.join(", "))}</td>
              <td>
                {numbers.join(", ")}
                {count > 0 && (
                  <p className="text-muted">{words.statusSheet.severalOrders(formatCount(count))}</p>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

export function RejectedLines({ lines }: { lines: RejectedLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Section title={words.statusSheet.rejected} flush>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="numeric w-20">
              {words.statusSheet.row}
            </th>
            <th scope="col">{words.statusSheet.reason}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ row, reason }) => (
            <tr key={row}>
              <td className="numeric">{row}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
