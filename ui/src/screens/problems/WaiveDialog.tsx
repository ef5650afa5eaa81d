/** Asks why a problem is accepted. */
import { useForm } from "react-hook-form";
import type { Problem } from "@/bindings/Problem";
import { TextArea } from "@/components/Field";
import { FormDialog } from "@/components/FormDialog";
import { useWrite } from "@/queries/commands";
import { words } from "@/words";

interface WaiveDialogProps {
  problem: Problem;
  migrationId: string;
  onClose: () => void;
}

export function WaiveDialog({ problem, migrationId, onClose }: WaiveDialogProps) {
  const form = useForm({ defaultValues: { reason: "" } });
  const waive = useWrite("problem_waive");
  const { code, entityId, fingerprint } = problem;
  return (
    <FormDialog
      title={words.problems.waiveTitle}
      description={words.problems.waiveHelp}
      submitLabel={words.problems.waiveAction}
      form={form}
      onClose={onClose}
      onSubmit={({ reason }) => waive.mutateAsync({ migrationId, code, entityId, fingerprint, reason })}
    >
      <p>{problem.text}</p>
      <TextArea
        label={words.problems.reason}
        error={form.formState.errors.reason?.message}
        autoFocus
        {...form.register("reason", { required: words.problems.reasonNeeded })}
      />
    </FormDialog>
  );
}
