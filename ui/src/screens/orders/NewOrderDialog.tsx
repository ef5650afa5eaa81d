/** A new order over the selected numbers. */
import { Link } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import type { NumberRow } from "@/bindings/NumberRow";
import type { PortScope } from "@/bindings/PortScope";
import { SelectField, TextArea, TextField } from "@/components/Field";
import { FormDialog, orNull } from "@/components/FormDialog";
import { formatCount } from "@/format";
import { useRead, useWrite } from "@/queries/commands";
import { choicesOf, labels, words } from "@/words";
import { useAccountChoices } from "./useAccountChoices";
import { useSignerChoices } from "./useSignerChoices";

interface Values {
  losingAccountId: string;
  scope: PortScope | "";
  pon: string;
  desiredDate: string;
  newBtn: string;
  signerContactId: string;
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
  const signers = useSignerChoices(customerId);
  const { errors } = form.formState;
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
          losingAccountId: values.losingAccountId,
          phoneNumberIds: numbers.map((number) => number.id),
          scope: values.scope === "" ? null : values.scope,
          pon: orNull(values.pon),
          desiredDate: orNull(values.desiredDate),
          newBtn: orNull(values.newBtn),
          signerContactId: orNull(values.signerContactId),
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
        choices={accounts ?? []}
        emptyLabel=""
        {...form.register("losingAccountId", { required: words.welcome.required })}
        error={errors.losingAccountId?.message}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={words.orders.pon}
          optional
          help={words.orders.ponHelp}
          {...form.register("pon")}
          error={errors.pon?.message}
        />
        <TextField
          label={words.orders.desiredDate}
          optional
          type="date"
          {...form.register("desiredDate")}
          error={errors.desiredDate?.message}
        />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label={words.orders.scope}
          choices={choicesOf(labels.portScope)}
          emptyLabel={words.orders.scopeAuto}
          {...form.register("scope")}
          error={errors.scope?.message}
        />
        <TextField
          label={words.orders.newBtn}
          optional
          help={words.orders.newBtnHelp}
          {...form.register("newBtn")}
          error={errors.newBtn?.message}
        />
      </div>
      <SelectField
        label={words.orders.signer}
        optional
        choices={signers ?? []}
        emptyLabel={words.common.none}
        {...form.register("signerContactId")}
        error={errors.signerContactId?.message}
      />
      <TextArea
        label={words.orders.notes}
        optional
        rows={2}
        {...form.register("notes")}
        error={errors.notes?.message}
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
    notes: "",
  };
}
