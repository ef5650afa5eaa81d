/** The papers of an order: which stand where, how old they are, and what a person says of them. */
import { FileDown, MoreHorizontal } from "lucide-react";
import { useState } from "react";
import type { OrderDocument } from "@/bindings/OrderDocument";
import type { OrderDocumentLine } from "@/bindings/OrderDocumentLine";
import type { OrderDocumentState } from "@/bindings/OrderDocumentState";
import type { PortOrderDetail } from "@/bindings/PortOrderDetail";
import { Button } from "@/components/Button";
import { Chip, type Tone } from "@/components/Chip";
import { Menu, MenuItem } from "@/components/Menu";
import { Section } from "@/components/Page";
import { notify, notifyError } from "@/components/Toast";
import { formatDate } from "@/format";
import { host } from "@/host";
import { toApiError } from "@/host/error";
import { useWrite } from "@/queries/commands";
import { words } from "@/words";
import { OrderDocumentDialog } from "./OrderDocumentDialog";

const STATES: OrderDocumentState[] = ["requested", "received", "rejected", "waived"];

const STATE_TONE: Record<OrderDocumentState, Tone> = {
  requested: "info",
  received: "ok",
  rejected: "danger",
  waived: "neutral",
};

interface OrderDocumentsProps {
  detail: PortOrderDetail;
  editable: boolean;
}

export function OrderDocuments({ detail, editable }: OrderDocumentsProps) {
  const [said, setSaid] = useState<{ line: OrderDocumentLine; state: OrderDocumentState } | null>(null);
  return (
    <Section title={words.orderDocuments.title}>
      <ul className="flex flex-col gap-3">
        {detail.documents.map((line) => (
          <li key={line.kind} className="flex flex-col gap-1">
            <div className="flex min-h-8 flex-wrap items-center gap-2">
              <span className="min-w-0 flex-1 font-medium">{words.orderDocuments.kind[line.kind]}</span>
              <StateChip line={line} />
              {editable && line.kind !== "loa" && (
                <Menu
                  label={words.orderDocuments.change(words.orderDocuments.kind[line.kind])}
                  icon={MoreHorizontal}
                  iconOnly
                  tone="quiet"
                >
                  {STATES.map((state) => (
                    <MenuItem key={state} onSelect={() => setSaid({ line, state })}>
                      {words.orderDocuments.state[state]}…
                    </MenuItem>
                  ))}
                </Menu>
              )}
            </div>
            <Told line={line} />
            {line.kind === "loa" && editable && <LoaButtons detail={detail} />}
          </li>
        ))}
      </ul>
      {said && <OrderDocumentDialog order={detail.order} {...said} onClose={() => setSaid(null)} />}
    </Section>
  );
}

function StateChip({ line }: { line: OrderDocumentLine }) {
  if (line.changes.length > 0) return <Chip tone="danger">{words.orderDocuments.isVoid}</Chip>;
  if (!line.state) {
    return <Chip tone={line.isNeeded ? "warn" : "neutral"}>{words.orderDocuments.notAsked}</Chip>;
  }
  return <Chip tone={STATE_TONE[line.state]}>{words.orderDocuments.state[line.state]}</Chip>;
}

/** Dates, age and reason on as few lines as they take. */
function Told({ line }: { line: OrderDocumentLine }) {
  const { orderDocuments: said } = words;
  const settled = line.state === "rejected" ? said.rejectedOn : said.waivedOn;
  const dates = [
    line.datedOn && said.dated(formatDate(line.datedOn)),
    line.requestedOn && said.requestedOn(formatDate(line.requestedOn)),
    line.receivedOn && said.receivedOn(formatDate(line.receivedOn)),
    line.settledOn && settled(formatDate(line.settledOn)),
    line.state === null && !line.isNeeded && said.notNeeded,
  ].filter(Boolean);
  const ageTone =
    line.freshness === "expired" ? "text-danger" : line.freshness === "aging" ? "text-warn" : "";
  return (
    <div className="text-muted text-small">
      {dates.length > 0 && <p>{dates.join(" · ")}</p>}
      {line.ageDays !== null && <p className={ageTone}>{said.age(line.ageDays, line.limitDays)}</p>}
      {line.reason && <p>{line.reason}</p>}
      {line.file && <p title={`SHA-256 ${line.file.sha256}`}>{said.file(line.file.name)}</p>}
      {line.changes.map((change) => (
        <p key={change} className="text-danger first-letter:uppercase">
          {change}
        </p>
      ))}
    </div>
  );
}

function LoaButtons({ detail: { order } }: { detail: PortOrderDetail }) {
  const exportOrder = useWrite("port_order_export");
  async function save(kind: OrderDocument) {
    const pon = order.pon ?? "draft";
    const [purpose, name] =
      kind === "loa"
        ? (["report", words.orderDocuments.loaFile(pon)] as const)
        : (["workbook", words.orderDocuments.attachmentFile(pon)] as const);
    try {
      const file = await host().pickSave(purpose, name);
      if (!file) return;
      const saved = await exportOrder.mutateAsync({ id: order.id, kind, fileId: file.id });
      notify(words.orders.exported(saved.fileName));
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button icon={FileDown} onClick={() => save("loa")} busy={exportOrder.isPending}>
        {words.orderDocuments.saveLoa}
      </Button>
      <Button icon={FileDown} onClick={() => save("attachment")} busy={exportOrder.isPending}>
        {words.orderDocuments.saveAttachment}
      </Button>
    </div>
  );
}
