/** Asks once more before numbers leave the inventory. Rust keeps those that an order knows. */
import { useForm } from "react-hook-form";
import { FormDialog } from "@/components/FormDialog";
import { notify } from "@/components/Toast";
import { useWrite } from "@/queries/commands";
import { words } from "@/words";
import { countOf, type Selected } from "./selected";

export function RemoveDialog({ selected, onClose }: { selected: Selected; onClose: () => void }) {
  const form = useForm({ defaultValues: {} });
  const remove = useWrite("number_remove");
  const count = countOf(selected);
  return (
    <FormDialog
      title={words.numbers.removeTitle(count)}
      description={words.numbers.removeHelp}
      submitLabel={words.numbers.removeSubmit}
      danger
      form={form}
      onClose={onClose}
      onSubmit={async () => {
        await remove.mutateAsync({ ids: [], chosen: selected.chosen });
        notify(words.numbers.removed(count));
      }}
    >
      <p>{words.numbers.removeLogged}</p>
    </FormDialog>
  );
}
