/** What a person may say of an order: the fields of a new one, of one being edited and of one that is taken over. */
import { Controller, useFormContext } from "react-hook-form";
import { SelectField, TextArea, TextField } from "@/components/Field";
import { PortDateField } from "@/components/PortDateField";
import { choicesOf, labels, words } from "@/words";
import type { OrderValues } from "./orderValues";
import { useAccountChoices } from "./useAccountChoices";
import { useSignerChoices } from "./useSignerChoices";

interface OrderFieldsProps {
  customerId: string | undefined;
  migrationId: string;
  /** How many numbers it has. */
  numbers: number;
  /** Leaves PON and scope to PortFlow where the person says nothing; an order that exists has both. */
  isNew?: boolean;
  /** Toll-free numbers move to a RespOrg and know no BTN. */
  isTollFree: boolean;
  /** The day was asked for already, whatever the carrier's rules say of it now. */
  isDateAsked?: boolean;
}

export function OrderFields({ customerId, isNew = false, isTollFree, ...date }: OrderFieldsProps) {
  const { register, formState } = useFormContext<OrderValues>();
  const { errors } = formState;
  const signers = useSignerChoices(customerId);
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={words.orders.pon}
          optional={isNew}
          help={isNew ? words.orders.ponHelp : undefined}
          {...register("pon", { required: !isNew && words.welcome.required })}
          error={errors.pon?.message}
        />
        <DesiredDate {...date} />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label={words.orders.scope}
          choices={choicesOf(labels.portScope)}
          emptyLabel={isNew ? words.orders.scopeAuto : undefined}
          {...register("scope")}
          error={errors.scope?.message}
        />
        {isTollFree ? (
          <TextField
            label={words.orders.resporg}
            optional
            help={words.orders.resporgHelp}
            {...register("resporgId")}
            error={errors.resporgId?.message}
          />
        ) : (
          <TextField
            label={words.orders.newBtn}
            optional
            help={words.orders.newBtnHelp}
            {...register("newBtn")}
            error={errors.newBtn?.message}
          />
        )}
      </div>
      <SelectField
        label={words.orders.signer}
        optional
        choices={signers ?? []}
        emptyLabel={words.common.none}
        {...register("signerContactId")}
        error={errors.signerContactId?.message}
      />
      <TextArea
        label={words.orders.notes}
        optional
        rows={2}
        {...register("notes")}
        error={errors.notes?.message}
      />
    </>
  );
}

/** The account that local numbers leave; toll-free numbers move without one. */
export function AccountField({ migrationId, isTollFree }: { migrationId: string; isTollFree: boolean }) {
  const { register, formState } = useFormContext<OrderValues>();
  const accounts = useAccountChoices(migrationId);
  return (
    <SelectField
      label={words.orders.account}
      optional={isTollFree}
      choices={accounts ?? []}
      emptyLabel=""
      {...register("losingAccountId", { required: !isTollFree && words.welcome.required })}
      error={formState.errors.losingAccountId?.message}
    />
  );
}

type DesiredDateProps = Pick<OrderFieldsProps, "migrationId" | "numbers" | "isDateAsked">;

function DesiredDate({ migrationId, numbers, isDateAsked = false }: DesiredDateProps) {
  const { register, control, formState } = useFormContext<OrderValues>();
  if (isDateAsked) {
    return (
      <TextField
        label={words.orders.desiredDate}
        optional
        type="date"
        {...register("desiredDate")}
        error={formState.errors.desiredDate?.message}
      />
    );
  }
  return (
    <Controller
      control={control}
      name="desiredDate"
      render={({ field, fieldState }) => (
        <PortDateField
          label={words.orders.desiredDate}
          optional
          migrationId={migrationId}
          numbers={numbers}
          value={field.value}
          onChange={field.onChange}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
