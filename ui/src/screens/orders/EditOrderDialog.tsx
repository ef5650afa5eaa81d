/** Edits a draft; later on, an order changes only through its steps and supplements. */
import { useForm } from "react-hook-form";
import type { PortOrder } from "@/bindings/PortOrder";
import type { PortScope } from "@/bindings/PortScope";
import { TextField } from "@/components/Field";
import { FormDialog, orNull } from "@/components/FormDialog";
import { useWrite } from "@/queries/commands";
import { words } from "@/words";
import { OrderFields } from "./OrderFields";
import type { OrderValues } from "./orderValues";

interface Values extends Omit<OrderValues, "losingAccountId" | "scope"> {
  /** An order that exists has one. */
  scope: PortScope;
  ringToNumber: string;
  coverage: string;
}

interface EditOrderDialogProps {
  order: PortOrder;
  /** How many numbers it has. */
  numbers: number;
  onClose: () => void;
}

export function EditOrderDialog({ order, numbers, onClose }: EditOrderDialogProps) {
  const form = useForm<Values>({
    defaultValues: {
      pon: order.pon ?? "",
      scope: order.scope,
      desiredDate: order.desiredDate ?? "",
      newBtn: order.newBtn ?? "",
      signerContactId: order.signerContactId ?? "",
      resporgId: order.resporgId ?? "",
      notes: order.notes ?? "",
      ringToNumber: order.ringToNumber ?? "",
      coverage: order.coverage ?? "",
    },
  });
  const update = useWrite("port_order_update");
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
          resporgId: orNull(values.resporgId),
          notes: orNull(values.notes),
          // An empty text empties it; without a text it would stay.
          ringToNumber: values.ringToNumber.trim(),
          coverage: values.coverage.trim(),
        })
      }
    >
      <OrderFields
        customerId={order.customerId}
        isTollFree={order.numberClass === "toll_free"}
        migrationId={order.migrationId}
        numbers={numbers}
      />
      {order.numberClass === "toll_free" && (
        <div className="grid grid-cols-2 gap-3">
          <TextField label={words.orderDocuments.ringTo} optional {...form.register("ringToNumber")} />
          <TextField label={words.orderDocuments.coverage} optional {...form.register("coverage")} />
        </div>
      )}
    </FormDialog>
  );
}
