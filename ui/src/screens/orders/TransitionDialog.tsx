/** Asks for exactly what a step of the order needs: reason, reject code, FOC, signature, outcomes. */
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { NextOrderStatus } from "@/bindings/NextOrderStatus";
import type { NumberOutcome } from "@/bindings/NumberOutcome";
import type { PortOrderDetail } from "@/bindings/PortOrderDetail";
import { CheckField, SelectField, TextField } from "@/components/Field";
import { FormDialog, orNull } from "@/components/FormDialog";
import { notify } from "@/components/Toast";
import type { FileHandle } from "@/host";
import { useRead, useWrite } from "@/queries/commands";
import { orderStatusLabel, words } from "@/words";
import { FocFields } from "./FocFields";
import { OutcomeFields } from "./OutcomeFields";
import { ReasonFields } from "./ReasonFields";
import type { TransitionValues } from "./transitionValues";
import { useSignerChoices } from "./useSignerChoices";

interface TransitionDialogProps {
  detail: PortOrderDetail;
  next: NextOrderStatus;
  onClose: () => void;
}

export function TransitionDialog({ detail, next, onClose }: TransitionDialogProps) {
  const { order } = detail;
  const form = useForm<TransitionValues>({ defaultValues: blank(detail) });
  const [evidence, setEvidence] = useState<FileHandle | null>(null);
  const transition = useWrite("port_order_transition");
  const name = orderStatusLabel(next.status, order.numberClass);
  // Evidence is a file, or words that name it.
  const needsWords = next.needsReason || (next.needsEvidence && evidence === null);

  async function move(values: TransitionValues) {
    await transition.mutateAsync({
      id: order.id,
      revision: order.revision,
      to: next.status,
      reason: orNull(values.reason),
      rejectCode: next.needsRejectCode ? orNull(values.rejectCode) : null,
      foc: next.needsFoc
        ? { date: values.focDate, time: values.focTime, zone: orNull(values.focZone) }
        : null,
      signedOn: next.needsSignature ? orNull(values.signedOn) : null,
      signerContactId: next.needsSignature ? orNull(values.signerContactId) : null,
      evidenceFileId: evidence?.id ?? null,
      outcomes: next.needsOutcomes ? chosenOutcomes(values) : [],
      snapbackAgreed: values.snapbackAgreed,
    });
    notify(words.orders.moved(name));
  }

  return (
    <FormDialog
      title={words.orders.moveTo(name)}
      description={detail.path}
      submitLabel={words.orders.moveTo(name)}
      form={form}
      onSubmit={move}
      onClose={onClose}
    >
      <StepFields detail={detail} next={next} form={form} />
      <ReasonFields
        label={words.orders.carrierWords}
        isNeeded={needsWords}
        file={evidence}
        onFile={setEvidence}
      />
    </FormDialog>
  );
}

interface StepFieldsProps {
  detail: PortOrderDetail;
  next: NextOrderStatus;
  form: ReturnType<typeof useForm<TransitionValues>>;
}

function StepFields({ detail, next, form }: StepFieldsProps) {
  const codes = useRead("reject_code_list", {}, { enabled: next.needsRejectCode });
  const signers = useSignerChoices(detail.order.customerId);
  const { errors } = form.formState;
  const required = { required: words.welcome.required };
  return (
    <>
      {next.needsRejectCode && (
        <SelectField
          label={words.orders.rejectCode}
          choices={(codes.data ?? []).map(({ code, text }) => ({ value: code, label: `${text} (${code})` }))}
          emptyLabel=""
          {...form.register("rejectCode", required)}
          error={errors.rejectCode?.message}
        />
      )}
      {next.needsFoc && <FocFields migrationId={detail.order.migrationId} />}
      {next.needsSignature && (
        <div className="grid grid-cols-2 gap-3">
          <TextField
            label={words.orders.signedOn}
            type="date"
            {...form.register("signedOn", required)}
            error={errors.signedOn?.message}
          />
          <SelectField
            label={words.orders.signedBy}
            choices={signers ?? []}
            emptyLabel=""
            {...form.register("signerContactId", required)}
            error={errors.signerContactId?.message}
          />
        </div>
      )}
      {next.status === "snapped_back" && (
        <CheckField label={words.orders.snapbackAgreed} {...form.register("snapbackAgreed")} />
      )}
      {next.needsOutcomes && <OutcomeFields numbers={detail.numbers} form={form} />}
    </>
  );
}

function blank({ order, siteTimeZone, numbers }: PortOrderDetail): TransitionValues {
  return {
    reason: "",
    rejectCode: "",
    focDate: order.focLocalDate ?? order.desiredDate ?? "",
    focTime: order.focLocalTime?.slice(0, 5) ?? "10:00",
    focZone: order.focZone ?? siteTimeZone,
    signedOn: "",
    signerContactId: order.signerContactId ?? "",
    outcomes: Object.fromEntries(numbers.map((line) => [line.phoneNumberId, ""])),
    snapbackAgreed: false,
  };
}

function chosenOutcomes({ outcomes }: TransitionValues): NumberOutcome[] {
  return Object.entries(outcomes).flatMap(([phoneNumberId, choice]) =>
    choice === "" ? [] : [{ phoneNumberId, choice }],
  );
}
