/** Edits a draft; later on, an order changes only through its steps and supplements. */
import { useForm } from "react-hook-form";
import type { PortOrder } from "@/bindings/PortOrder";
import { SelectField, TextArea, TextField } from "@/components/Field";
import { FormDialog, orNull } from "@/components/FormDialog";
import { useWrite } from "@/queries/commands";
import { choicesOf, labels, words } from "@/words";
import { useSignerChoices } from "./useSignerChoices";

export function EditOrderDialog({ order, onClose }: { order: PortOrder; onClose: () => void }) {
  const form = useForm({
    defaultValues: {
      pon: order.pon ?? "",
      scope: order.scope,
      desiredDate: order.desiredDate ?? "",
      newBtn: order.newBtn ?? "",
      signerContactId: order.signerContactId ?? "",
      notes: order.notes ?? "",
    },
  });
  const update = useWrite("port_order_update");
  const signers = useSignerChoices(order.customerId);
  const { errors } = form.formState;
  return (
    <FormDialog
      title={words.orders.edit}
      submitLabel={words.common.save}
      form={form}
      onClose={onClose}
      onSubmit={(values) =>
        update.mutateAsync({
          id: order.id,
          revision: order.revision,
          scope: values.scope,
          pon: values.pon,
          desiredDate: orNull(values.desiredDate),
          newBtn: orNull(values.newBtn),
          signerContactId: orNull(values.signerContactId),
          notes: orNull(values.notes),
        })
      }
    >
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={words.orders.pon}
          {...form.register("pon", { required: words.welcome.required })}
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
