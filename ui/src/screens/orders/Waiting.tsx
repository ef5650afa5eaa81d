/** How long an order has been waiting: in a cell of the table, and on the order's page with what to do. */
import { Mail } from "lucide-react";
import { useState } from "react";
import type { OrderAgeing } from "@/bindings/OrderAgeing";
import type { PortOrder } from "@/bindings/PortOrder";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { Section } from "@/components/Page";
import { formatCount, formatDate } from "@/format";
import { labels, words } from "@/words";
import { EscalationDialog } from "./EscalationDialog";
import { useAgeing } from "./useAgeing";

const say = words.ageing;

export function WaitingCell({ age }: { age: OrderAgeing | undefined }) {
  if (!age) return "–";
  const { waitsFor, businessDays, limit, isDue } = age.ageing;
  const days = say.days(formatCount(businessDays), formatCount(limit));
  const text = labels.orderWaitsFor[waitsFor];
  return (
    <span className="flex items-center gap-1.5 whitespace-nowrap" title={`${text}: ${days}`}>
      {isDue ? <Chip tone="warn">{`${businessDays}/${limit}`}</Chip> : `${businessDays}/${limit}`}
      <span className="truncate text-muted text-small">{text}</span>
    </span>
  );
}

/** What the team does itself is said, what others do is asked for by e-mail. */
const OURS: readonly string[] = ["resubmission", "verification"];

export function WaitingNote({ order }: { order: PortOrder }) {
  const age = useAgeing(order.migrationId).get(order.id);
  const [writing, setWriting] = useState(false);
  if (!age) return null;
  const { waitsFor, businessDays, limit, dueOn, isDue } = age.ageing;
  const day = formatDate(dueOn);
  return (
    <Section title={say.title}>
      <div className="flex flex-col gap-2">
        <p>
          {say.waitsFor(labels.orderWaitsFor[waitsFor])},{" "}
          <span className="tabular-nums">{say.days(formatCount(businessDays), formatCount(limit))}</span>
        </p>
        <p className={isDue ? "text-warn" : "text-muted"}>
          {isDue ? `${say.due(day)} ${age.remedy}` : say.dueOn(day)}
        </p>
        {!OURS.includes(waitsFor) && (
          <div>
            <Button icon={Mail} onClick={() => setWriting(true)}>
              {say.writeMail}
            </Button>
          </div>
        )}
      </div>
      {writing && <EscalationDialog order={order} onClose={() => setWriting(false)} />}
    </Section>
  );
}
