/** Sets one text for all the selected numbers; left empty, it is cleared. */
import { useForm } from "react-hook-form";
import { TextArea, TextField } from "@/components/Field";
import { FormDialog } from "@/components/FormDialog";
import { notify } from "@/components/Toast";
import { useWrite } from "@/queries/commands";
import { words } from "@/words";
import { countOf, SET_NOTHING, type Selected } from "./selected";

export type TextColumn = "rateCenter" | "notes" | "currentCarrier";

const LABELS: Record<TextColumn, string> = {
  rateCenter: words.numbers.rateCenter,
  notes: words.numbers.notes,
  currentCarrier: words.numbers.carrier,
};

interface TextDialogProps {
  selected: Selected;
  column: TextColumn;
  onClose: () => void;
}

export function TextDialog({ selected, column, onClose }: TextDialogProps) {
  const form = useForm({ defaultValues: { text: "" } });
  const set = useWrite("number_set");
  const count = countOf(selected);
  const label = LABELS[column];
  const field = { label, optional: true, help: words.numbers.emptyClears, ...form.register("text") };
  return (
    <FormDialog
      title={words.numbers.textTitle(label, count)}
      submitLabel={words.common.save}
      form={form}
      onClose={onClose}
      onSubmit={async ({ text }) => {
        await set.mutateAsync({ ...SET_NOTHING, chosen: selected.chosen, [column]: text });
        notify(words.numbers.changed(count));
      }}
    >
      {column === "notes" ? <TextArea {...field} /> : <TextField {...field} />}
    </FormDialog>
  );
}
