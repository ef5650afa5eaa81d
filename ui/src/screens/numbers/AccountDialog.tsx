/** Says which losing account the selected numbers are on. */
import { useForm } from "react-hook-form";
import type { NumberRow } from "@/bindings/NumberRow";
import { SelectField } from "@/components/Field";
import { FormDialog } from "@/components/FormDialog";
import { notify } from "@/components/Toast";
import { formatCount } from "@/format";
import { useWrite } from "@/queries/commands";
import { useAccountChoices } from "@/screens/orders/useAccountChoices";
import { words } from "@/words";

interface AccountDialogProps {
  migrationId: string;
  numbers: NumberRow[];
  onClose: () => void;
}

export function AccountDialog({ migrationId, numbers, onClose }: AccountDialogProps) {
  const form = useForm({ defaultValues: { losingAccountId: "" } });
  const set = useWrite("number_set");
  const accounts = useAccountChoices(migrationId);
  const count = words.numbers.selectedCount(formatCount(numbers.length));
  return (
    <FormDialog
      title={words.numbers.accountTitle(count)}
      submitLabel={words.common.save}
      form={form}
      onClose={onClose}
      onSubmit={async ({ losingAccountId }) => {
        const ids = numbers.map((number) => number.id);
        await set.mutateAsync({ ids, losingAccountId, disposition: null, numberType: null, usage: null });
        notify(words.numbers.changed(count));
      }}
    >
      <SelectField
        label={words.orders.account}
        choices={accounts ?? []}
        emptyLabel=""
        help={accounts?.length === 0 ? words.orders.noAccounts : undefined}
        {...form.register("losingAccountId", { required: words.welcome.required })}
        error={form.formState.errors.losingAccountId?.message}
      />
    </FormDialog>
  );
}
