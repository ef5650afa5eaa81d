/** One number beside the grid: its details, what stands in the way, and what happened to it. */
import { Link } from "@tanstack/react-router";
import type { NumberRow } from "@/bindings/NumberRow";
import { PortingStatusChip } from "@/components/Chip";
import { PhoneNumber } from "@/components/PhoneNumber";
import { Facts, SidePanel } from "@/components/SidePanel";
import { formatDate, formatNumber } from "@/format";
import { useRead } from "@/queries/commands";
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
          { label: words.numbers.usage, value: labels.numberUsage[number.usage] },
          { label: words.numbers.description, value: number.description },
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
          { label: words.numbers.rateCenter, value: number.rateCenter },
          { label: words.numbers.notes, value: number.notes },
          {
            label: words.numbers.importedFrom,
            value: number.importBatchId && <ImportLink number={number}>{importSource(number)}</ImportLink>,
          },
        ]}
      />
      <OtherPlaces number={number} />
      <section aria-label={words.numbers.history}>
        <h2 className="mb-1">{words.numbers.history}</h2>
        <ActivityLog entityId={number.id} compact />
      </section>
    </SidePanel>
  );
}

/** Where else the number stands; nothing for a number that stands here alone. */
function OtherPlaces({ number: { number, migrationId } }: { number: NumberRow }) {
  const request = { migrationId: null, number, offset: 0, limit: 1 };
  const { data } = useRead("number_duplicates", request);
  const others = data?.rows[0]?.places.filter((place) => place.migrationId !== migrationId) ?? [];
  if (others.length === 0) return null;
  return (
    <section aria-label={words.numbers.otherPlaces}>
      <h2 className="mb-1 text-warn">{words.numbers.otherPlaces}</h2>
      <ul className="flex flex-col gap-1">
        {others.map((place) => (
          <li key={place.id}>
            <Link
              to="/migrations/$migrationId/numbers"
              params={{ migrationId: place.migrationId }}
              search={{ q: number }}
            >
              {place.path}
            </Link>{" "}
            <span className="text-muted">
              {labels.disposition[place.disposition]}, {labels.portingStatus[place.portingStatus]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The file, the sheet and the row, as Excel counts. */
function importSource({ importFileName, importSheet, sourceRow }: NumberRow): string {
  const file = [importFileName, importSheet].filter(Boolean).join(", ");
  return sourceRow === null ? file : words.numbers.fileRow(file, String(sourceRow));
}
