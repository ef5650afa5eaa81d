/** A new order over the selected numbers. */
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useForm } from "react-hook-form";
import type { NumberRow } from "@/bindings/NumberRow";
import { FormDialog } from "@/components/FormDialog";
import { formatCount, isTollFreeNumber } from "@/format";
import { useRead, useWrite } from "@/queries/commands";
import { words } from "@/words";
import { AccountField, OrderFields } from "./OrderFields";
import { type OrderValues, orderOf, valuesFor } from "./orderValues";
import { useAccountChoices } from "./useAccountChoices";

interface NewOrderDialogProps {
  migrationId: string;
  numbers: NumberRow[];
  onClose: () => void;
  onCreated: (orderId: string) => void;
}

export function NewOrderDialog({ migrationId, numbers, onClose, onCreated }: NewOrderDialogProps) {
  const form = useForm<OrderValues>({ defaultValues: valuesFor(numbers) });
  const add = useWrite("port_order_add");
  const { data: detail } = useRead("migration_get", { id: migrationId });
  const customerId = detail?.migration.customerId;
  const accounts = useAccountChoices(migrationId);
  const { data: proposal } = useRead("port_order_proposal", { id: migrationId });
  const { setValue, getValues } = form;
  useEffect(() => {
    const signer = proposal?.signerContactId;
    if (signer && getValues("signerContactId") === "") setValue("signerContactId", signer);
  }, [proposal, setValue, getValues]);
  const isTollFree = numbers.every((number) => isTollFreeNumber(number.number));
  return (
    <FormDialog
      title={words.orders.new}
      description={`${words.numbers.selectedCount(formatCount(numbers.length))}. ${words.orders.newDescription}`}
      submitLabel={words.orders.create}
      form={form}
      onClose={onClose}
      onSubmit={async (values) => {
        const order = await add.mutateAsync(orderOf(values, migrationId, numbers));
        onCreated(order.id);
      }}
    >
      {accounts?.length === 0 && customerId && (
        <p className="rounded-md bg-info-bg px-3 py-2 text-info">
          {words.orders.noAccounts}{" "}
          <Link to="/customers/$customerId" params={{ customerId }}>
            {words.customers.accounts}
          </Link>
        </p>
      )}
      <AccountField migrationId={migrationId} isTollFree={isTollFree} />
      <OrderFields
        isNew
        isTollFree={isTollFree}
        customerId={customerId}
        migrationId={migrationId}
        numbers={numbers.length}
      />
    </FormDialog>
  );
}
