/** The ways on from here, each with its checklist; a step with an unmet guard waits. */
import { useState } from "react";
import type { NextOrderStatus } from "@/bindings/NextOrderStatus";
import type { PortOrderDetail } from "@/bindings/PortOrderDetail";
import type { PortOrderStatus } from "@/bindings/PortOrderStatus";
import { Button } from "@/components/Button";
import { Section } from "@/components/Page";
import { useMayChange } from "@/queries/session";
import { labels, orderStatusLabel, words } from "@/words";
import { Guards } from "./Guards";
import { SupplementDialog } from "./SupplementDialog";
import { TransitionDialog } from "./TransitionDialog";

/** Ways that end or set back an order stand last and never in the accent colour. */
const SETBACKS = ["draft", "rejected", "jeopardy", "cancel_requested", "cancelled", "failed", "snapped_back"];

export function NextSteps({ detail }: { detail: PortOrderDetail }) {
  const [chosen, setChosen] = useState<NextOrderStatus | null>(null);
  const [supplementing, setSupplementing] = useState(false);
  const mayChange = useMayChange();
  const { status, numberClass } = detail.order;
  // A rejected order goes on by way of the draft.
  const isSetback = (next: NextOrderStatus) =>
    SETBACKS.includes(next.status) && !(status === "rejected" && next.status === "draft");
  // A confirmed order that goes out again does so with a change.
  const isSupplement = (next: NextOrderStatus) => next.status === "submitted" && next.needsReason;
  const forward = detail.next.filter((next) => !isSetback(next) && !isSupplement(next));
  const setbacks = detail.next.filter(isSetback);
  const isBlocked = (next: NextOrderStatus) => next.guards.some((guard) => !guard.met);
  return (
    <Section title={words.orders.nextSteps}>
      {detail.next.length === 0 && <p className="text-muted">{words.orders.final}</p>}
      <div className="flex flex-col gap-4">
        {forward.map((next) => (
          <div key={next.status} className="flex flex-col gap-2">
            {next.guards.length > 0 && <Guards guards={next.guards} />}
            {mayChange && (
              <Button
                tone={isOnward(status, next.status) ? "primary" : "default"}
                disabled={isBlocked(next)}
                onClick={() => setChosen(next)}
              >
                {next.status === status
                  ? words.orders.moreOutcomes
                  : words.orders.moveTo(orderStatusLabel(next.status, numberClass))}
              </Button>
            )}
          </div>
        ))}
        {mayChange && setbacks.length > 0 && (
          <div className={`flex flex-wrap gap-2 ${forward.length > 0 ? "border-line border-t pt-3" : ""}`}>
            {setbacks.map((next) => (
              <Button key={next.status} disabled={isBlocked(next)} onClick={() => setChosen(next)}>
                {labels.portOrderStatus[next.status]}…
              </Button>
            ))}
            {detail.next.some(isSupplement) && (
              <Button onClick={() => setSupplementing(true)}>{words.orders.supplementAction}</Button>
            )}
          </div>
        )}
      </div>
      {chosen && <TransitionDialog detail={detail} next={chosen} onClose={() => setChosen(null)} />}
      {supplementing && <SupplementDialog detail={detail} onClose={() => setSupplementing(false)} />}
    </Section>
  );
}

const ORDER = Object.keys(labels.portOrderStatus);

/** Whether a step leads nearer to the end; the others say again what was said, or begin anew. */
function isOnward(from: PortOrderStatus, to: PortOrderStatus): boolean {
  return from === "rejected" || ORDER.indexOf(to) > ORDER.indexOf(from);
}
