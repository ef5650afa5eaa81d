/** Moves numbers outside of an order along their state machine. Rust refuses a step that does not exist. */
import { useForm } from "react-hook-form";
import type { PortingStatus } from "@/bindings/PortingStatus";
import { SelectField, TextArea } from "@/components/Field";
import { FormDialog, orNull } from "@/components/FormDialog";
import { notify } from "@/components/Toast";
import { useWrite } from "@/queries/commands";
import { choicesOf, labels, words } from "@/words";
import { countOf, type Selected } from "./selected";

export function StatusDialog({ selected, onClose }: { selected: Selected; onClose: () => void }) {
  const form = useForm<{ to: PortingStatus; reason: string }>({
    defaultValues: { to: "loa_submitted", reason: "" },
  });
  const transition = useWrite("number_transition");
  const count = countOf(selected);
  const { errors } = form.formState;
  return (
    <FormDialog
      title={words.numbers.statusTitle(count)}
      description={words.numbers.statusHelp}
      submitLabel={words.common.save}
      form={form}
      onClose={onClose}
      onSubmit={async ({ to, reason }) => {
        await transition.mutateAsync({ ids: [], chosen: selected.chosen, to, reason: orNull(reason) });
        notify(words.numbers.changed(count));
      }}
    >
      <SelectField
        label={words.numbers.to}
        choices={choicesOf(labels.portingStatus)}
        {...form.register("to")}
        error={errors.to?.message}
      />
      <TextArea
        label={words.common.reason}
        optional
        {...form.register("reason")}
        error={errors.reason?.message}
      />
    </FormDialog>
  );
}
