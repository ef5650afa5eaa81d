/** How many numbers of an order have moved, who is missing, and the way to an order for those that were released. */
import { Link } from "@tanstack/react-router";
import { Layers } from "lucide-react";
import type { PortOrderDetail } from "@/bindings/PortOrderDetail";
import { buttonClass } from "@/components/Button";
import { Section } from "@/components/Page";
import { PhoneNumber } from "@/components/PhoneNumber";
import { formatCount } from "@/format";
import { words } from "@/words";

export function OrderProgress({ detail }: { detail: PortOrderDetail }) {
  const { progress, order, numbers } = detail;
  if (progress.ported === 0 && progress.released.length === 0) return null;
  const released = numbers.filter((line) => progress.released.includes(line.e164));
  return (
    <Section title={words.orders.progress}>
      <p className="font-medium">
        {words.orders.ported(formatCount(progress.ported), formatCount(progress.numbers))}
        {progress.verified > 0 && (
          <span className="font-normal text-muted">
            {" "}
            · {words.orders.verified(formatCount(progress.verified))}
          </span>
        )}
      </p>
      {progress.missing.length > 0 && <Numbers title={words.orders.missing} numbers={progress.missing} />}
      {progress.released.length > 0 && (
        <>
          <Numbers title={words.orders.released} numbers={progress.released} />
          <Link
            to="/migrations/$migrationId/orders/propose"
            params={{ migrationId: order.migrationId }}
            state={{ phoneNumberIds: released.map((line) => line.phoneNumberId) }}
            className={`${buttonClass()} mt-2`}
          >
            <Layers aria-hidden />
            {words.orderProposals.propose}
          </Link>
        </>
      )}
    </Section>
  );
}

function Numbers({ title, numbers }: { title: string; numbers: string[] }) {
  return (
    <div className="mt-2">
      <h3 className="font-medium text-small">{title}</h3>
      <ul className="max-h-40 overflow-auto">
        {numbers.map((number) => (
          <li key={number}>
            <PhoneNumber number={number} />
          </li>
        ))}
      </ul>
    </div>
  );
}
