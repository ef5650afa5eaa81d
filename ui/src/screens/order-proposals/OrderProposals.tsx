/** The orders that numbers of a migration fall into, changed as somebody likes and made as drafts in one act. */
import { useLocation, useNavigate } from "@tanstack/react-router";
import { PackageCheck, RotateCcw, Undo2 } from "lucide-react";
import { useState } from "react";
import type { ChosenPortOrder } from "@/bindings/ChosenPortOrder";
import type { PortOrderProposals } from "@/bindings/PortOrderProposals";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Section } from "@/components/Page";
import { PhoneNumber } from "@/components/PhoneNumber";
import { Answer } from "@/components/Query";
import { notify, notifyError } from "@/components/Toast";
import { formatCount } from "@/format";
import { toApiError } from "@/host/error";
import { useWrite } from "@/queries/commands";
import { useMigrationId } from "@/screens/migration/useMigration";
import { words } from "@/words";
import { type Destination, dated, dropped, moved, placeOf } from "./editing";
import { ProposedNumbers } from "./ProposedNumbers";
import { ProposedOrders } from "./ProposedOrders";
import { useProposals } from "./useProposals";

export function OrderProposals() {
  const migrationId = useMigrationId();
  const { phoneNumberIds } = useLocation({ select: (location) => location.state });
  const proposals = useProposals(migrationId, phoneNumberIds ?? null);
  return (
    <div className="flex flex-col gap-4 p-5">
      <Answer of={proposals.found}>
        {(found) => <Proposed migrationId={migrationId} found={found} proposals={proposals} />}
      </Answer>
    </div>
  );
}

interface ProposedProps {
  migrationId: string;
  found: PortOrderProposals;
  proposals: ReturnType<typeof useProposals>;
}

function Proposed({ migrationId, found, proposals }: ProposedProps) {
  const { orders, leftOut } = found;
  const [wanted, setWanted] = useState(0);
  const destination = (now: ChosenPortOrder[], to: Destination): Destination => {
    const shown = typeof to === "object" ? orders[to.order] : undefined;
    return shown ? { order: placeOf(now, shown) } : to;
  };
  const chosen = Math.min(wanted, orders.length - 1);
  const order = orders[chosen];
  function edit(at: number, change: (now: ChosenPortOrder[], place: number) => ChosenPortOrder[]) {
    const shown = orders[at];
    if (!shown) return;
    proposals.edit((now) => {
      const place = placeOf(now, shown);
      return place < 0 ? now : change(now, place);
    });
  }
  return (
    <>
      <Toolbar migrationId={migrationId} found={found} proposals={proposals} />
      {order ? (
        <>
          <ProposedOrders
            orders={orders}
            chosen={chosen}
            onChoose={setWanted}
            onDate={(index, date) => edit(index, (now, place) => dated(now, place, date))}
            onDrop={(index) => edit(index, dropped)}
          />
          <ProposedNumbers
            key={order.numbers[0]?.number}
            orders={orders}
            index={chosen}
            order={order}
            onMove={(ids, to) => edit(chosen, (now, place) => moved(now, place, ids, destination(now, to)))}
          />
        </>
      ) : (
        <div className="panel">
          <EmptyState icon={PackageCheck} title={words.orderProposals.none}>
            {words.orderProposals.noneHelp}
          </EmptyState>
        </div>
      )}
      {leftOut.length > 0 && (
        <Section title={words.orderProposals.leftOut} flush>
          <table className="table" aria-label={words.orderProposals.leftOut}>
            <tbody>
              {leftOut.map((number) => (
                <tr key={number.phoneNumberId}>
                  <td className="w-44">
                    <PhoneNumber number={number.number} />
                  </td>
                  <td>{number.findings.map((finding) => `${finding.text} ${finding.remedy}`).join(" ")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
    </>
  );
}

function Toolbar({ migrationId, found: { orders }, proposals }: ProposedProps) {
  const add = useWrite("port_orders_add");
  const navigate = useNavigate();
  async function make() {
    try {
      const made = await add.mutateAsync({
        orders: orders.map((order) => ({
          migrationId,
          losingAccountId: order.losingAccountId,
          phoneNumberIds: order.numbers.flatMap((number) => number.phoneNumberIds),
          scope: order.scope,
          pon: null,
          desiredDate: order.desiredDate,
          newBtn: null,
          signerContactId: null,
          resporgId: null,
          notes: null,
        })),
      });
      notify(words.orderProposals.made(made.map((order) => order.pon).join(", ")));
      await navigate({ to: "/migrations/$migrationId/orders", params: { migrationId } });
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  const makeable =
    orders.length > 0 && orders.every((order) => order.losingAccountId || order.numberClass === "toll_free");
  const label =
    orders.length === 1
      ? words.orderProposals.makeOne
      : words.orderProposals.make(formatCount(orders.length));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button tone="primary" disabled={!makeable} busy={add.isPending} onClick={make}>
        {label}
      </Button>
      <Button icon={Undo2} disabled={!proposals.edited} onClick={proposals.undo}>
        {words.orderProposals.undo}
      </Button>
      <Button icon={RotateCcw} disabled={!proposals.edited} onClick={proposals.reset}>
        {words.orderProposals.reset}
      </Button>
      <p className="text-muted">
        {orders.some((order) => order.findings.length > 0)
          ? words.orderProposals.errorsLeft
          : words.orderProposals.help}
      </p>
    </div>
  );
}

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** The numbers to propose orders for; all that are to port when absent. */
    phoneNumberIds?: string[];
  }
}
