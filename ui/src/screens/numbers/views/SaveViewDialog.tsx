/** Keeps how the grid is looked at now: under a new name, or in place of the view that has the name. */
import { useForm } from "react-hook-form";
import type { GridLayout } from "@/bindings/GridLayout";
import type { SavedView } from "@/bindings/SavedView";
import { CheckField, TextField } from "@/components/Field";
import { FormDialog } from "@/components/FormDialog";
import { notify } from "@/components/Toast";
import { useWrite } from "@/queries/commands";
import { words } from "@/words";

interface SaveViewDialogProps {
  screen: string;
  layout: GridLayout;
  views: SavedView[];
  onClose: () => void;
}

export function SaveViewDialog({ screen, layout, views, onClose }: SaveViewDialogProps) {
  const form = useForm({ defaultValues: { name: "", isShared: false } });
  const save = useWrite("saved_view_save");
  const named = form.watch("name").trim().toLowerCase();
  const replaced = views.find((view) => view.name.toLowerCase() === named);
  return (
    <FormDialog
      title={words.views.saveTitle}
      description={words.views.saveHelp}
      submitLabel={replaced ? words.views.replace : words.common.save}
      form={form}
      onClose={onClose}
      onSubmit={async ({ name, isShared }) => {
        const replaces = replaced ? { id: replaced.id, revision: replaced.revision } : null;
        await save.mutateAsync({ screen, name, isShared, layout, replaces });
        notify(words.views.saved(name.trim()));
      }}
    >
      <TextField
        label={words.views.name}
        help={replaced ? words.views.replaces : undefined}
        {...form.register("name", { required: words.welcome.required })}
        error={form.formState.errors.name?.message}
      />
      <CheckField label={words.views.isShared} {...form.register("isShared")} />
    </FormDialog>
  );
}
