/** One number beside the grid: its details, what stands in the way, and what happened to it. */
import { Link } from "@tanstack/react-router";
import type { NumberRow } from "@/bindings/NumberRow";
import { PortingStatusChip } from "@/components/Chip";
import { PhoneNumber } from "@/components/PhoneNumber";
import { Facts, SidePanel } from "@/components/SidePanel";
import { formatDate, formatNumber } from "@/format";
import { ActivityLog } from "@/screens/activity/ActivityLog";
import { labels, words } from "@/words";
import { ImportLink } from "./ImportLink";

export function NumberPanel({ number, onClose }: { number: NumberRow; onClose: () => void }) {
  return (
    <SidePanel title={formatNumber(number.number)} onClose={onClose}>
      <Facts
        facts={[
          {
            label: words.numbers.number,
            value: <PhoneNumber number={number.number} extension={number.extension} />,
          },
          { label: words.numbers.status, value: <PortingStatusChip status={number.portingStatus} /> },
          { label: words.numbers.rejection, value: number.rejectionReason },
          { label: words.numbers.disposition, value: labels.disposition[number.disposition] },
          { label: words.numbers.type, value: labels.phoneNumberType[number.numberType] },
          { label: words.numbers.holder, value: number.holderName },
          { label: words.numbers.upn, value: number.holderUpn },
          {
            label: words.numbers.order,
            value: number.openPortOrderId && (
              <Link to="/orders/$orderId" params={{ orderId: number.openPortOrderId }}>
                {number.portOrderPon ?? words.orders.unnamed}
              </Link>
            ),
          },
          { label: words.numbers.focDate, value: formatDate(number.focDate) },
          { label: words.numbers.account, value: number.losingAccountBtn },
          { label: words.numbers.carrier, value: number.currentCarrier },
          { label: words.numbers.notes, value: number.notes },
          {
            label: words.numbers.importedFrom,
            value: number.importBatchId && <ImportLink number={number}>{importSource(number)}</ImportLink>,
          },
        ]}
      />
      <section aria-label={words.numbers.history}>
        <h2 className="mb-1">{words.numbers.history}</h2>
        <ActivityLog entityId={number.id} compact />
      </section>
    </SidePanel>
  );
}

/** The file and the row, as Excel counts. */
function importSource({ importFileName, sourceRow }: NumberRow): string {
  const file = importFileName ?? "";
  return sourceRow === null ? file : words.numbers.fileRow(file, String(sourceRow));
}
