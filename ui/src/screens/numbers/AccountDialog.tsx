/** Says which losing account the selected numbers are on. */
import { useForm } from "react-hook-form";
import { SelectField } from "@/components/Field";
import { FormDialog } from "@/components/FormDialog";
import { notify } from "@/components/Toast";
import { useWrite } from "@/queries/commands";
import { useAccountChoices } from "@/screens/orders/useAccountChoices";
import { words } from "@/words";
import { countOf, SET_NOTHING, type Selected } from "./selected";

interface AccountDialogProps {
  selected: Selected;
  onClose: () => void;
}

export function AccountDialog({ selected, onClose }: AccountDialogProps) {
  const form = useForm({ defaultValues: { losingAccountId: "" } });
  const set = useWrite("number_set");
  const accounts = useAccountChoices(selected.migrationId);
  const count = countOf(selected);
  return (
    <FormDialog
      title={words.numbers.accountTitle(count)}
      submitLabel={words.common.save}
      form={form}
      onClose={onClose}
      onSubmit={async ({ losingAccountId }) => {
        await set.mutateAsync({ ...SET_NOTHING, chosen: selected.chosen, losingAccountId });
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
