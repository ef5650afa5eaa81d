/** The e-mail that asks about an order, as plain text to copy; nothing is sent from here. */
import { Copy } from "lucide-react";
import { useId } from "react";
import type { EscalationMail } from "@/bindings/EscalationMail";
import type { PortOrder } from "@/bindings/PortOrder";
import { Button } from "@/components/Button";
import { Dialog, DialogBody } from "@/components/Dialog";
import { Answer } from "@/components/Query";
import { notify } from "@/components/Toast";
import { useRead } from "@/queries/commands";
import { words } from "@/words";

const say = words.ageing;

export function EscalationDialog({ order, onClose }: { order: PortOrder; onClose: () => void }) {
  const mail = useRead("port_order_escalation", { id: order.id });
  const pon = order.pon ?? words.orders.unnamed;
  return (
    <Dialog open onClose={onClose} title={say.mailTitle(pon)} description={say.mailHelp} width={640}>
      <DialogBody>
        <Answer of={mail}>{(text) => <Letter mail={text} />}</Answer>
      </DialogBody>
    </Dialog>
  );
}

function Letter({ mail: { to, subject, body } }: { mail: EscalationMail }) {
  const bodyId = useId();
  return (
    <div className="flex flex-col gap-3">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        <dt className="text-muted">{say.to}</dt>
        <dd className="wrap-anywhere">
          {to ? [to.name, to.email, to.phone].filter(Boolean).join(", ") : say.nobody}
        </dd>
        <dt className="text-muted">{say.subject}</dt>
        <dd className="wrap-anywhere font-medium">{subject}</dd>
      </dl>
      <label htmlFor={bodyId} className="font-medium text-small">
        {say.body}
      </label>
      <textarea id={bodyId} readOnly rows={14} className="input message-text" value={body} />
      <div className="flex justify-end gap-2">
        <Button icon={Copy} onClick={() => copy(subject)}>
          {say.copySubject}
        </Button>
        <Button icon={Copy} tone="primary" onClick={() => copy(body)}>
          {say.copyBody}
        </Button>
      </div>
    </div>
  );
}

async function copy(text: string) {
  try {
    await navigator.clipboard.writeText(text);
    notify(say.copied);
  } catch {
    notify(say.notCopied);
  }
}
