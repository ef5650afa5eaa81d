/** Takes more numbers into a draft. */
import { Controller, useForm } from "react-hook-form";
import type { PortOrder } from "@/bindings/PortOrder";
import { FormDialog } from "@/components/FormDialog";
import { useWrite } from "@/queries/commands";
import { words } from "@/words";
import { IncomingNumbers } from "./IncomingNumbers";

export function AddNumbersDialog({ order, onClose }: { order: PortOrder; onClose: () => void }) {
  const form = useForm<{ add: string[] }>({ defaultValues: { add: [] } });
  const change = useWrite("port_order_numbers");
  return (
    <FormDialog
      title={words.orders.addNumbers}
      submitLabel={words.common.add}
      form={form}
      onClose={onClose}
      onSubmit={({ add }) => change.mutateAsync({ id: order.id, revision: order.revision, add, remove: [] })}
    >
      <Controller
        control={form.control}
        name="add"
        rules={{ validate: (add) => add.length > 0 || words.orders.incomingNeeded }}
        render={({ field, fieldState }) => (
          <IncomingNumbers
            order={order}
            chosen={field.value}
            onChange={field.onChange}
            error={fieldState.error?.message}
          />
        )}
      />
    </FormDialog>
  );
}
