/** A new order over the selected numbers. */
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { Controller, useForm } from "react-hook-form";
import type { NumberRow } from "@/bindings/NumberRow";
import type { PortScope } from "@/bindings/PortScope";
import { SelectField } from "@/components/Field";
import { FormDialog, orNull } from "@/components/FormDialog";
import { PortDateField } from "@/components/PortDateField";
import { formatCount, isTollFreeNumber } from "@/format";
import { useRead, useWrite } from "@/queries/commands";
import { words } from "@/words";
import { OrderFields } from "./OrderFields";
import { useAccountChoices } from "./useAccountChoices";

interface Values {
  losingAccountId: string;
  scope: PortScope | "";
  pon: string;
  desiredDate: string;
  newBtn: string;
  signerContactId: string;
  resporgId: string;
  notes: string;
}

interface NewOrderDialogProps {
  migrationId: string;
  numbers: NumberRow[];
  onClose: () => void;
  onCreated: (orderId: string) => void;
}

export function NewOrderDialog({ migrationId, numbers, onClose, onCreated }: NewOrderDialogProps) {
  const form = useForm<Values>({ defaultValues: blank(numbers) });
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
  const { errors } = form.formState;
  const isTollFree = numbers.every((number) => isTollFreeNumber(number.number));
  return (
    <FormDialog
      title={words.orders.new}
      description={`${words.numbers.selectedCount(formatCount(numbers.length))}. ${words.orders.newDescription}`}
      submitLabel={words.orders.create}
      form={form}
      onClose={onClose}
      onSubmit={async (values) => {
        const order = await add.mutateAsync({
          migrationId,
          losingAccountId: orNull(values.losingAccountId),
          phoneNumberIds: numbers.map((number) => number.id),
          scope: values.scope === "" ? null : values.scope,
          pon: orNull(values.pon),
          desiredDate: orNull(values.desiredDate),
          newBtn: orNull(values.newBtn),
          signerContactId: orNull(values.signerContactId),
          resporgId: orNull(values.resporgId),
          notes: orNull(values.notes),
        });
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
      <SelectField
        label={words.orders.account}
        optional={isTollFree}
        choices={accounts ?? []}
        emptyLabel=""
        {...form.register("losingAccountId", { required: !isTollFree && words.welcome.required })}
        error={errors.losingAccountId?.message}
      />
      <OrderFields
        isNew
        isTollFree={isTollFree}
        customerId={customerId}
        desiredDate={
          <Controller
            control={form.control}
            name="desiredDate"
            render={({ field, fieldState }) => (
              <PortDateField
                label={words.orders.desiredDate}
                optional
                migrationId={migrationId}
                numbers={numbers.length}
                value={field.value}
                onChange={field.onChange}
                error={fieldState.error?.message}
              />
            )}
          />
        }
        field={(name, rules) => ({ ...form.register(name, rules), error: errors[name]?.message })}
      />
    </FormDialog>
  );
}

/** Numbers that share one losing account suggest it. */
function blank(numbers: NumberRow[]): Values {
  const accounts = new Set(numbers.map((number) => number.losingAccountId));
  const [only] = accounts;
  return {
    losingAccountId: accounts.size === 1 && only ? only : "",
    scope: "",
    pon: "",
    desiredDate: "",
    newBtn: "",
    signerContactId: "",
    resporgId: "",
    notes: "",
  };
}
