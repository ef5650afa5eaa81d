/** Changes a confirmed order: another date, other numbers, or the BTN of what stays. It goes out as the next version. */
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import type { PortOrderDetail } from "@/bindings/PortOrderDetail";
import { TextField } from "@/components/Field";
import { FormDialog, orNull } from "@/components/FormDialog";
import { PhoneNumber } from "@/components/PhoneNumber";
import { notify } from "@/components/Toast";
import { formatCount } from "@/format";
import type { FileHandle } from "@/host";
import { useWrite } from "@/queries/commands";
import { words } from "@/words";
import { IncomingNumbers } from "./IncomingNumbers";
import { ReasonFields } from "./ReasonFields";

interface Values {
  reason: string;
  desiredDate: string;
  newBtn: string;
  signedOn: string;
  add: string[];
  remove: string[];
}

export function SupplementDialog({ detail, onClose }: { detail: PortOrderDetail; onClose: () => void }) {
  const { order } = detail;
  const form = useForm<Values>({
    defaultValues: {
      reason: "",
      desiredDate: order.desiredDate ?? "",
      newBtn: order.newBtn ?? "",
      signedOn: "",
      add: [],
      remove: [],
    },
  });
  const [evidence, setEvidence] = useState<FileHandle | null>(null);
  const supplement = useWrite("port_order_supplement");
  const { errors } = form.formState;
  const [coming, leaving] = form.watch(["add", "remove"]);
  // Other numbers are another letter.
  const needsLetter = coming.length + leaving.length > 0;
  return (
    <FormDialog
      title={words.orders.supplement}
      width={680}
      description={words.orders.supplementDescription}
      submitLabel={words.orders.supplementSubmit(formatCount(order.version + 1))}
      form={form}
      onClose={onClose}
      onSubmit={async (values) => {
        const sent = await supplement.mutateAsync({
          id: order.id,
          revision: order.revision,
          reason: values.reason,
          desiredDate: orNull(values.desiredDate),
          newBtn: orNull(values.newBtn),
          add: values.add,
          remove: values.remove,
          signedOn: orNull(values.signedOn),
          signerContactId: null,
          evidenceFileId: evidence?.id ?? null,
        });
        notify(words.orders.supplemented(formatCount(sent.version)));
      }}
    >
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={words.orders.desiredDate}
          type="date"
          {...form.register("desiredDate")}
          error={errors.desiredDate?.message}
        />
        <TextField
          label={words.orders.newBtn}
          optional
          {...form.register("newBtn")}
          error={errors.newBtn?.message}
        />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <Controller
          control={form.control}
          name="add"
          render={({ field }) => (
            <IncomingNumbers order={order} chosen={field.value} onChange={field.onChange} />
          )}
        />
        <fieldset className="min-w-0">
          <legend className="mb-1 font-medium text-small">{words.orders.supplementRemove}</legend>
          <div className="panel h-44 overflow-auto p-2">
            {baseNumbers(detail).map(({ phoneNumberId, e164 }) => (
              <label key={phoneNumberId} className="flex items-center gap-2 py-0.5">
                <input type="checkbox" value={phoneNumberId} {...form.register("remove")} />
                <PhoneNumber number={e164} />
              </label>
            ))}
          </div>
        </fieldset>
      </div>
      <TextField
        label={words.orders.supplementSigned}
        help={words.orders.supplementSignedHelp}
        optional={!needsLetter}
        type="date"
        {...form.register("signedOn", { required: needsLetter && words.welcome.required })}
        error={errors.signedOn?.message}
      />
      <ReasonFields label={words.orders.supplementReason} isNeeded file={evidence} onFile={setEvidence} />
    </FormDialog>
  );
}

/** Extensions leave with their number, so each number stands once. */
function baseNumbers({ numbers }: PortOrderDetail) {
  return numbers.filter((line, index) => numbers.findIndex((other) => other.e164 === line.e164) === index);
}
