/** What a person may say of an order while it is a draft: the fields of a new one and of one being edited. */
import type { ReactNode } from "react";
import type { RegisterOptions, UseFormRegisterReturn } from "react-hook-form";
import { SelectField, TextArea, TextField } from "@/components/Field";
import { choicesOf, labels, words } from "@/words";
import { useSignerChoices } from "./useSignerChoices";

export type OrderFieldName = "pon" | "scope" | "newBtn" | "signerContactId" | "resporgId" | "notes";

interface OrderFieldsProps {
  customerId: string | undefined;
  /** Leaves PON and scope to PortFlow where the person says nothing; an order that exists has both. */
  isNew?: boolean;
  /** Toll-free numbers move to a RespOrg and know no BTN. */
  isTollFree: boolean;
  /** The day that is asked for, chosen by the carrier's rules. */
  desiredDate: ReactNode;
  /** Ties a field to the form and tells what was wrong with it. */
  field: (
    name: OrderFieldName,
    rules?: Pick<RegisterOptions, "required">,
  ) => UseFormRegisterReturn & { error: string | undefined };
}

export function OrderFields({ customerId, isNew = false, isTollFree, desiredDate, field }: OrderFieldsProps) {
  const signers = useSignerChoices(customerId);
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={words.orders.pon}
          optional={isNew}
          help={isNew ? words.orders.ponHelp : undefined}
          {...field("pon", { required: !isNew && words.welcome.required })}
        />
        {desiredDate}
      </div>
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label={words.orders.scope}
          choices={choicesOf(labels.portScope)}
          emptyLabel={isNew ? words.orders.scopeAuto : undefined}
          {...field("scope")}
        />
        {isTollFree ? (
          <TextField
            label={words.orders.resporg}
            optional
            help={words.orders.resporgHelp}
            {...field("resporgId")}
          />
        ) : (
          <TextField
            label={words.orders.newBtn}
            optional
            help={words.orders.newBtnHelp}
            {...field("newBtn")}
          />
        )}
      </div>
      <SelectField
        label={words.orders.signer}
        optional
        choices={signers ?? []}
        emptyLabel={words.common.none}
        {...field("signerContactId")}
      />
      <TextArea label={words.orders.notes} optional rows={2} {...field("notes")} />
    </>
  );
}
