/** What can be done with the selected numbers at once. Each action is one change. */
import { useNavigate } from "@tanstack/react-router";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import type { NumberRow } from "@/bindings/NumberRow";
import type { SetNumbers } from "@/bindings/SetNumbers";
import { Menu, MenuHeading, MenuItem, MenuSeparator } from "@/components/Menu";
import { notify, notifyError } from "@/components/Toast";
import { formatCount } from "@/format";
import { countRows, type RowSpan } from "@/grid/selection";
import { toApiError } from "@/host/error";
import { call } from "@/queries/commands";
import type { PagedSource } from "@/queries/useGridSource";
import { AdoptOrderDialog } from "@/screens/orders/AdoptOrderDialog";
import { NewOrderDialog } from "@/screens/orders/NewOrderDialog";
import { choicesOf, labels, words } from "@/words";
import { AccountDialog } from "./AccountDialog";
import { AssignDialog } from "./AssignDialog";
import { StatusDialog } from "./StatusDialog";

interface NumberActionsProps {
  migrationId: string;
  source: PagedSource<NumberRow>;
  selected: RowSpan[];
  onOrder: (orderId: string) => void;
}

type Asking = { what: "assign" | "status" | "account" | "order" | "adopt"; numbers: NumberRow[] };

export function NumberActions({ migrationId, source, selected, onOrder }: NumberActionsProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const count = Math.min(countRows(selected), source.total ?? 0);
  const navigate = useNavigate();
  const close = () => setAsking(null);

  async function selectedNumbers(): Promise<NumberRow[]> {
    const spans = await Promise.all(
      selected.map(({ first, last }) => source.getRange(first, last - first + 1)),
    );
    return spans.flat();
  }
  async function ask(what: Asking["what"]) {
    setAsking({ what, numbers: await selectedNumbers() });
  }
  async function propose() {
    const numbers = await selectedNumbers();
    await navigate({
      to: "/migrations/$migrationId/orders/propose",
      params: { migrationId },
      state: { phoneNumberIds: numbers.map((number) => number.id) },
    });
  }
  async function run(action: (ids: string[]) => Promise<unknown>, done: (count: string) => string) {
    try {
      const numbers = await selectedNumbers();
      await action(numbers.map((number) => number.id));
      notify(done(words.numbers.selectedCount(formatCount(numbers.length))));
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  function set(values: Partial<SetNumbers>) {
    const nothing = { disposition: null, numberType: null, usage: null, losingAccountId: null };
    return run((ids) => call("number_set", { ...nothing, ...values, ids }), words.numbers.changed);
  }
  const nobody = { endUserId: null, resourceAccountId: null };

  return (
    <>
      <Menu label={words.numbers.selectedCount(formatCount(count))} icon={ChevronDown} disabled={count === 0}>
        <MenuItem onSelect={() => ask("assign")}>{words.numbers.assign}</MenuItem>
        <MenuItem
          onSelect={() =>
            run((ids) => call("number_assign", { ids, holder: nobody }), words.numbers.released)
          }
        >
          {words.numbers.release}
        </MenuItem>
        <MenuItem onSelect={() => ask("order")}>{words.numbers.addToOrder}</MenuItem>
        <MenuItem onSelect={propose}>{words.orderProposals.propose}</MenuItem>
        <MenuItem onSelect={() => ask("adopt")}>{words.orders.adopt}</MenuItem>
        <MenuItem onSelect={() => ask("account")}>{words.numbers.setAccount}</MenuItem>
        <MenuItem onSelect={() => ask("status")}>{words.numbers.changeStatus}</MenuItem>
      </Menu>
      <Menu label={words.numbers.setValues} disabled={count === 0}>
        <MenuHeading>{words.numbers.setDisposition}</MenuHeading>
        {choicesOf(labels.disposition).map(({ value, label }) => (
          <MenuItem key={value} onSelect={() => set({ disposition: value })}>
            {label}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuHeading>{words.numbers.setType}</MenuHeading>
        {choicesOf(labels.phoneNumberType).map(({ value, label }) => (
          <MenuItem key={value} onSelect={() => set({ numberType: value })}>
            {label}
          </MenuItem>
        ))}
      </Menu>
      {asking?.what === "assign" && (
        <AssignDialog migrationId={migrationId} numbers={asking.numbers} onClose={close} />
      )}
      {asking?.what === "status" && <StatusDialog numbers={asking.numbers} onClose={close} />}
      {asking?.what === "account" && (
        <AccountDialog migrationId={migrationId} numbers={asking.numbers} onClose={close} />
      )}
      {asking?.what === "order" && (
        <NewOrderDialog
          migrationId={migrationId}
          numbers={asking.numbers}
          onClose={close}
          onCreated={onOrder}
        />
      )}
      {asking?.what === "adopt" && (
        <AdoptOrderDialog
          migrationId={migrationId}
          numbers={asking.numbers}
          onClose={close}
          onCreated={onOrder}
        />
      )}
    </>
  );
}
