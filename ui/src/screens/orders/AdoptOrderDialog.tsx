/** Takes over an order that somebody began without PortFlow, over the selected numbers. */
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { NumberRow } from "@/bindings/NumberRow";
import type { PortOrderStatus } from "@/bindings/PortOrderStatus";
import { SelectField, TextField } from "@/components/Field";
import { FormDialog, orNull } from "@/components/FormDialog";
import { formatCount, isTollFreeNumber } from "@/format";
import type { FileHandle } from "@/host";
import { useRead, useWrite } from "@/queries/commands";
import { choicesOf, labels, words } from "@/words";
import { FocFields, type FocValues } from "./FocFields";
import { AccountField, OrderFields } from "./OrderFields";
import { type OrderValues, orderOf, valuesFor } from "./orderValues";
import { ReasonFields } from "./ReasonFields";

/** What has ended cannot be taken over, and what the carrier does not have yet is made as a draft. */
const NOT_RUNNING: PortOrderStatus[] = [
  "draft",
  "ready",
  "loa_requested",
  "loa_signed",
  "closed",
  "cancelled",
  "failed",
  "snapped_back",
];
/** Those in which the carrier has committed to a date. */
const DATED: PortOrderStatus[] = ["foc_received", "scheduled", "jeopardy", "cancel_requested"];
const STATUSES = choicesOf(labels.portOrderStatus).filter(({ value }) => !NOT_RUNNING.includes(value));

interface Values extends OrderValues, FocValues {
  status: PortOrderStatus;
  reason: string;
  signedOn: string;
}

interface AdoptOrderDialogProps {
  migrationId: string;
  numbers: NumberRow[];
  onClose: () => void;
  onCreated: (orderId: string) => void;
}

export function AdoptOrderDialog({ migrationId, numbers, onClose, onCreated }: AdoptOrderDialogProps) {
  const [evidence, setEvidence] = useState<FileHandle | null>(null);
  const adopt = useWrite("port_order_adopt");
  const { data: detail } = useRead("migration_get", { id: migrationId });
  const form = useForm<Values>({ defaultValues: blank(numbers, detail?.siteTimeZone ?? "") });
  const { errors } = form.formState;
  const required = { required: words.welcome.required };
  const isTollFree = numbers.every((number) => isTollFreeNumber(number.number));
  const isDated = DATED.includes(form.watch("status"));
  return (
    <FormDialog
      title={words.orders.adoptTitle}
      description={`${words.numbers.selectedCount(formatCount(numbers.length))}. ${words.orders.adoptDescription}`}
      submitLabel={words.orders.adoptSubmit}
      form={form}
      onClose={onClose}
      onSubmit={async (values) => {
        const order = await adopt.mutateAsync({
          order: orderOf(values, migrationId, numbers),
          status: values.status,
          reason: values.reason,
          foc: isDated ? { date: values.focDate, time: values.focTime, zone: orNull(values.focZone) } : null,
          signedOn: orNull(values.signedOn),
          evidenceFileId: evidence?.id ?? null,
        });
        onCreated(order.id);
      }}
    >
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label={words.orders.adoptStatus}
          choices={STATUSES}
          {...form.register("status", required)}
          error={errors.status?.message}
        />
        <TextField
          label={words.orders.signedOn}
          optional
          type="date"
          {...form.register("signedOn")}
          error={errors.signedOn?.message}
        />
      </div>
      {isDated && <FocFields migrationId={migrationId} />}
      <AccountField migrationId={migrationId} isTollFree={isTollFree} />
      <OrderFields
        isNew
        isDateAsked
        isTollFree={isTollFree}
        customerId={detail?.migration.customerId}
        migrationId={migrationId}
        numbers={numbers.length}
      />
      <ReasonFields label={words.orders.adoptReason} isNeeded file={evidence} onFile={setEvidence} />
    </FormDialog>
  );
}

/** What the selected numbers say already. */
function blank(numbers: NumberRow[], zone: string): Values {
  const [first] = numbers;
  return {
    ...valuesFor(numbers),
    status: STATUS_OF[first?.portingStatus ?? "not_started"],
    reason: "",
    signedOn: "",
    focDate: first?.focDate ?? "",
    focTime: "10:00",
    focZone: zone,
  };
}

const STATUS_OF: Record<NumberRow["portingStatus"], PortOrderStatus> = {
  not_started: "submitted",
  loa_submitted: "submitted",
  loa_rejected: "rejected",
  foc_received: "foc_received",
  port_scheduled: "scheduled",
  ported: "ported",
  verified: "verified",
  failed: "partially_ported",
};
