/** What has happened to an order, newest first. */
import type { PortOrderDetail } from "@/bindings/PortOrderDetail";
import { OrderStatusChip } from "@/components/Chip";
import { Section } from "@/components/Page";
import { formatInstant } from "@/format";
import { useRead } from "@/queries/commands";
import { words } from "@/words";

export function OrderEvents({ detail }: { detail: PortOrderDetail }) {
  const { data: members } = useRead("member_list", {});
  const { data: rejectReasons } = useRead("reject_code_list", {});
  const nameOf = (id: string) => members?.find((member) => member.id === id)?.displayName;
  const meaningOf = (code: string) => rejectReasons?.find((reason) => reason.code === code)?.text;
  return (
    <Section title={words.orders.events} flush>
      {detail.events.length === 0 ? (
        <p className="p-3 text-muted">{words.orders.noEvents}</p>
      ) : (
        <table className="table" aria-label={words.orders.events}>
          <tbody>
            {detail.events.toReversed().map((event) => (
              <tr key={event.id}>
                <td className="w-40 whitespace-nowrap text-muted">{formatInstant(event.at)}</td>
                <td className="w-36">
                  <OrderStatusChip status={event.toStatus} numberClass={detail.order.numberClass} />
                </td>
                <td className="wrap-anywhere py-1!">
                  {event.rejectCode && (
                    <div>
                      {meaningOf(event.rejectCode)} <span className="number">({event.rejectCode})</span>
                    </div>
                  )}
                  {event.reason}
                  <div className="text-muted text-small">{nameOf(event.actorId)}</div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
