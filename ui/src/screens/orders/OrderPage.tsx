/** One port order: its checklist, its numbers and account, what can happen next, and what happened. */
import { Link, useParams } from "@tanstack/react-router";
import { FileSpreadsheet, Pencil } from "lucide-react";
import { useState } from "react";
import type { PortOrderDetail } from "@/bindings/PortOrderDetail";
import { Button } from "@/components/Button";
import { OrderStatusChip } from "@/components/Chip";
import { Page } from "@/components/Page";
import { Answer } from "@/components/Query";
import { Facts } from "@/components/SidePanel";
import { notify, notifyError } from "@/components/Toast";
import { formatCount, formatDate, formatInstant, formatZoned } from "@/format";
import { host } from "@/host";
import { toApiError } from "@/host/error";
import { useRead, useWrite } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { labels, words } from "@/words";
import { EditOrderDialog } from "./EditOrderDialog";
import { NextSteps } from "./NextSteps";
import { OrderAccount } from "./OrderAccount";
import { OrderDocuments } from "./OrderDocuments";
import { OrderEvents } from "./OrderEvents";
import { OrderNumbers } from "./OrderNumbers";
import { OrderProblems } from "./OrderProblems";
import { OrderProgress } from "./OrderProgress";
import { OrderVersions } from "./OrderVersions";
import { RejectRecipe } from "./RejectRecipe";
import { WaitingNote } from "./Waiting";

export function OrderPage() {
  const { orderId } = useParams({ from: "/orders/$orderId" });
  const order = useRead("port_order_get", { id: orderId });
  return <Answer of={order}>{(detail) => <Details key={detail.order.id} detail={detail} />}</Answer>;
}

function Details({ detail }: { detail: PortOrderDetail }) {
  const { order } = detail;
  const [editing, setEditing] = useState(false);
  const mayChange = useMayChange();
  return (
    <Page
      context={
        <Link to="/migrations/$migrationId/orders" params={{ migrationId: order.migrationId }}>
          {detail.path}
        </Link>
      }
      title={
        <>
          {words.orders.order(order.pon ?? words.orders.unnamed)}
          <OrderStatusChip status={order.status} numberClass={order.numberClass} />
        </>
      }
      actions={
        mayChange && (
          <>
            {order.status === "draft" && (
              <Button icon={Pencil} onClick={() => setEditing(true)}>
                {words.orders.edit}
              </Button>
            )}
            <ExportButton detail={detail} />
          </>
        )
      }
    >
      <div className="panel p-3">
        <Facts columns={4} facts={factsOf(detail)} />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)_300px] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_360px]">
        <div className="flex min-w-0 flex-col gap-4">
          <OrderProblems detail={detail} />
          <OrderNumbers detail={detail} editable={mayChange && order.status === "draft"} />
          <OrderEvents detail={detail} />
          <OrderVersions detail={detail} />
        </div>
        <div className="flex flex-col gap-4">
          <RejectRecipe detail={detail} />
          <OrderProgress detail={detail} />
          <WaitingNote order={order} />
          <NextSteps detail={detail} />
          <OrderDocuments detail={detail} editable={mayChange} />
          {detail.losingAccount && <OrderAccount account={detail.losingAccount} />}
        </div>
      </div>
      {editing && (
        <EditOrderDialog order={order} numbers={detail.numbers.length} onClose={() => setEditing(false)} />
      )}
    </Page>
  );
}

function ExportButton({ detail: { order, requestExtension } }: { detail: PortOrderDetail }) {
  const exportOrder = useWrite("port_order_export");
  async function save() {
    try {
      const file = await host().pickSave(
        "request",
        `port-request-${order.pon ?? "draft"}.${requestExtension}`,
      );
      if (!file) return;
      const saved = await exportOrder.mutateAsync({ id: order.id, kind: "request", fileId: file.id });
      notify(words.orders.exported(saved.fileName));
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  return (
    <Button
      icon={FileSpreadsheet}
      onClick={save}
      busy={exportOrder.isPending}
      title={words.orders.exportHelp}
    >
      {words.orders.exportRequest}
    </Button>
  );
}

function factsOf({ order, carrierName, signer, focTimes }: PortOrderDetail) {
  const [carrierTime, siteTime = carrierTime] = focTimes;
  return [
    { label: words.orders.carrier, value: carrierName },
    { label: words.orders.version, value: order.version },
    { label: words.orders.scope, value: labels.portScope[order.scope] },
    { label: words.orders.class, value: labels.numberClass[order.numberClass] },
    { label: words.orders.desiredDate, value: formatDate(order.desiredDate) },
    { label: words.orders.foc, value: carrierTime && formatZoned(carrierTime) },
    { label: words.orders.focSite, value: siteTime && formatZoned(siteTime) },
    order.numberClass === "toll_free"
      ? { label: words.orders.resporg, value: order.resporgId }
      : { label: words.orders.newBtn, value: order.newBtn },
    { label: words.orders.signer, value: signer?.name },
    { label: words.orders.loaSigned, value: formatDate(order.loaSignedOn) },
    { label: words.orders.submittedAt, value: formatInstant(order.submittedAt) },
    { label: words.orders.snapback, value: snapback(order.snapbackUntil) },
    ...(order.notes ? [{ label: words.orders.notes, value: order.notes }] : []),
  ];
}

/** Until when the port can be undone, and how long that is. */
function snapback(until: string | null): string {
  if (until === null) return "";
  const hours = Math.floor((Date.parse(until) - Date.now()) / 3_600_000);
  const left = hours >= 0 ? words.orders.hoursLeft(formatCount(hours)) : words.orders.windowOver;
  return `${formatInstant(until)} (${left})`;
}
