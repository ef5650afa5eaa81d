/** What can be done with the selected numbers at once. Each action is one change, however many they are. */
import { useNavigate } from "@tanstack/react-router";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import type { NumberRow } from "@/bindings/NumberRow";
import type { SetNumbers } from "@/bindings/SetNumbers";
import { Menu, MenuHeading, MenuItem, MenuSeparator } from "@/components/Menu";
import { notify, notifyError } from "@/components/Toast";
import { toApiError } from "@/host/error";
import { call } from "@/queries/commands";
import { AdoptOrderDialog } from "@/screens/orders/AdoptOrderDialog";
import { NewOrderDialog } from "@/screens/orders/NewOrderDialog";
import { choicesOf, labels, words } from "@/words";
import { AccountDialog } from "./AccountDialog";
import { AssignDialog } from "./AssignDialog";
import { RemoveDialog } from "./RemoveDialog";
import { StatusDialog } from "./StatusDialog";
import { countOf, SET_NOTHING, type Selected } from "./selected";
import { type TextColumn, TextDialog } from "./TextDialog";

interface NumberActionsProps {
  selected: Selected;
  onOrder: (orderId: string) => void;
}

type Asking = { selected: Selected } & (
  | { what: "assign" | "status" | "account" | "remove" }
  | { what: "text"; column: TextColumn }
  | { what: "order" | "adopt"; numbers: NumberRow[] }
);

const NOBODY = { endUserId: null, resourceAccountId: null };

export function NumberActions({ selected, onOrder }: NumberActionsProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const { count, chosen, rows } = selected;
  const close = () => setAsking(null);
  const navigate = useNavigate();
  const propose = (numbers: NumberRow[]) =>
    navigate({
      to: "/migrations/$migrationId/orders/propose",
      params: { migrationId: selected.migrationId },
      state: { phoneNumberIds: numbers.map((number) => number.id) },
    });

  async function run(action: () => Promise<unknown>, done: (count: string) => string) {
    try {
      await action();
      notify(done(countOf(selected)));
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  function set(values: Partial<SetNumbers>) {
    return run(() => call("number_set", { ...SET_NOTHING, ...values, chosen }), words.numbers.changed);
  }
  const askText = (column: TextColumn) => setAsking({ what: "text", column, selected });

  return (
    <>
      <Menu label={countOf(selected)} icon={ChevronDown} disabled={count === 0}>
        <MenuItem onSelect={() => setAsking({ what: "assign", selected })}>{words.numbers.assign}</MenuItem>
        <MenuItem
          onSelect={() =>
            run(() => call("number_assign", { ids: [], chosen, holder: NOBODY }), words.numbers.released)
          }
        >
          {words.numbers.release}
        </MenuItem>
        {rows && (
          <>
            <MenuItem onSelect={async () => setAsking({ what: "order", numbers: await rows(), selected })}>
              {words.numbers.addToOrder}
            </MenuItem>
            <MenuItem onSelect={async () => propose(await rows())}>{words.orderProposals.propose}</MenuItem>
            <MenuItem onSelect={async () => setAsking({ what: "adopt", numbers: await rows(), selected })}>
              {words.orders.adopt}
            </MenuItem>
          </>
        )}
        <MenuItem onSelect={() => setAsking({ what: "account", selected })}>
          {words.numbers.setAccount}
        </MenuItem>
        <MenuItem onSelect={() => setAsking({ what: "status", selected })}>
          {words.numbers.changeStatus}
        </MenuItem>
        <MenuSeparator />
        <MenuItem onSelect={() => setAsking({ what: "remove", selected })}>{words.numbers.remove}</MenuItem>
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
        <MenuSeparator />
        <MenuHeading>{words.numbers.setUsage}</MenuHeading>
        {choicesOf(labels.numberUsage).map(({ value, label }) => (
          <MenuItem key={value} onSelect={() => set({ usage: value })}>
            {label}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => askText("rateCenter")}>{words.numbers.setRateCenter}</MenuItem>
        <MenuItem onSelect={() => askText("currentCarrier")}>{words.numbers.setCarrier}</MenuItem>
        <MenuItem onSelect={() => askText("notes")}>{words.numbers.setNotes}</MenuItem>
      </Menu>
      {asking && <Question asking={asking} onClose={close} onOrder={onOrder} />}
    </>
  );
}

interface QuestionProps {
  asking: Asking;
  onClose: () => void;
  onOrder: (orderId: string) => void;
}

function Question({ asking, onClose, onOrder }: QuestionProps) {
  const { selected } = asking;
  switch (asking.what) {
    case "assign":
      return <AssignDialog selected={selected} onClose={onClose} />;
    case "status":
      return <StatusDialog selected={selected} onClose={onClose} />;
    case "account":
      return <AccountDialog selected={selected} onClose={onClose} />;
    case "remove":
      return <RemoveDialog selected={selected} onClose={onClose} />;
    case "text":
      return <TextDialog selected={selected} column={asking.column} onClose={onClose} />;
    case "order":
      return (
        <NewOrderDialog
          migrationId={selected.migrationId}
          numbers={asking.numbers}
          onClose={onClose}
          onCreated={onOrder}
        />
      );
    case "adopt":
      return (
        <AdoptOrderDialog
          migrationId={selected.migrationId}
          numbers={asking.numbers}
          onClose={onClose}
          onCreated={onOrder}
        />
      );
  }
}
