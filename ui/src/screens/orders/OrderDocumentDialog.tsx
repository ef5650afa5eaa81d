/** Says where a paper of an order stands: since when, of which date, with which file, or why it is not needed. */
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { OrderDocumentLine } from "@/bindings/OrderDocumentLine";
import type { OrderDocumentState } from "@/bindings/OrderDocumentState";
import type { PortOrder } from "@/bindings/PortOrder";
import { TextArea, TextField } from "@/components/Field";
import { FormDialog, orNull } from "@/components/FormDialog";
import { notify } from "@/components/Toast";
import type { FileHandle } from "@/host";
import { useWrite } from "@/queries/commands";
import { words } from "@/words";
import { EvidenceField } from "./EvidenceField";

interface OrderDocumentDialogProps {
  order: PortOrder;
  line: OrderDocumentLine;
  state: OrderDocumentState;
  onClose: () => void;
}

export function OrderDocumentDialog({ order, line, state, onClose }: OrderDocumentDialogProps) {
  const form = useForm({ defaultValues: { on: "", datedOn: "", reason: "" } });
  const [file, setFile] = useState<FileHandle | null>(null);
  const store = useWrite("port_order_document_set");
  const name = words.orderDocuments.kind[line.kind];
  const to = words.orderDocuments.state[state];
  const came = state === "received";
  const settles = state === "rejected" || state === "waived";
  const { errors } = form.formState;
  return (
    <FormDialog
      title={words.orderDocuments.setTitle(name, to)}
      submitLabel={words.common.save}
      form={form}
      onClose={onClose}
      onSubmit={async (values) => {
        await store.mutateAsync({
          id: order.id,
          revision: order.revision,
          kind: line.kind,
          state,
          on: orNull(values.on),
          datedOn: came ? orNull(values.datedOn) : null,
          reason: orNull(values.reason),
          fileId: came ? (file?.id ?? null) : null,
        });
        notify(words.orderDocuments.stored(name, to));
      }}
    >
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={words.orderDocuments.on}
          type="date"
          optional
          {...form.register("on")}
          error={errors.on?.message}
        />
        {came && (
          <TextField
            label={words.orderDocuments.datedOn}
            type="date"
            optional
            help={line.kind === "toll_free_bill" ? undefined : words.orderDocuments.datedOnHelp}
            {...form.register("datedOn")}
            error={errors.datedOn?.message}
          />
        )}
      </div>
      <TextArea
        label={words.orderDocuments.reason}
        optional={!settles}
        rows={2}
        {...form.register("reason", { required: settles && words.welcome.required })}
        error={errors.reason?.message}
      />
      {came && <EvidenceField file={file} onChange={setFile} help={words.orderDocuments.fileHelp} />}
    </FormDialog>
  );
}
