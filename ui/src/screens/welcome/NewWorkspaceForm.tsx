/** Makes a workspace at the default place, with its first member. */
import { useForm } from "react-hook-form";
import type { StartWith } from "@/bindings/StartWith";
import { Button } from "@/components/Button";
import { ErrorNotice } from "@/components/ErrorNotice";
import { TextField } from "@/components/Field";
import { useSubmit } from "@/components/FormDialog";
import { useWrite } from "@/queries/commands";
import { words } from "@/words";

interface Values {
  displayName: string;
  email: string;
  startWith: StartWith;
}

interface NewWorkspaceFormProps {
  /** Where to write it; the default place when absent. */
  fileId?: string;
  onDone?: () => void;
}

export function NewWorkspaceForm({ fileId, onDone }: NewWorkspaceFormProps) {
  const form = useForm<Values>({ defaultValues: { displayName: "", email: "", startWith: "demonstration" } });
  const create = useWrite("workspace_create");
  const { error, submit } = useSubmit(
    form,
    (values) => create.mutateAsync({ ...values, fileId: fileId ?? null }),
    onDone,
  );
  const { errors, isSubmitting } = form.formState;
  const required = { required: words.welcome.required };
  return (
    <form onSubmit={submit} noValidate className="panel flex flex-col gap-4 p-5">
      <div>
        <h2>{words.welcome.who}</h2>
        <p className="text-muted">{words.welcome.whoHelp}</p>
      </div>
      {error && <ErrorNotice error={error} />}
      <TextField
        label={words.welcome.name}
        autoComplete="name"
        {...form.register("displayName", required)}
        error={errors.displayName?.message}
      />
      <TextField
        label={words.welcome.email}
        type="email"
        autoComplete="email"
        {...form.register("email", required)}
        error={errors.email?.message}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium text-small">{words.welcome.startWith}</legend>
        <StartChoice
          value="demonstration"
          title={words.welcome.demonstration}
          help={words.welcome.demonstrationHelp}
          register={form.register("startWith")}
        />
        <StartChoice
          value="empty"
          title={words.welcome.empty}
          help={words.welcome.emptyHelp}
          register={form.register("startWith")}
        />
      </fieldset>
      <div>
        <Button type="submit" tone="primary" busy={isSubmitting}>
          {isSubmitting ? words.welcome.creating : words.welcome.create}
        </Button>
      </div>
    </form>
  );
}

interface StartChoiceProps {
  value: StartWith;
  title: string;
  help: string;
  register: object;
}

function StartChoice({ value, title, help, register }: StartChoiceProps) {
  return (
    <label className="flex gap-2.5 rounded-md border border-line p-2.5 has-checked:border-accent">
      <input type="radio" value={value} {...register} className="mt-0.5 size-4 accent-accent" />
      <span>
        <span className="block font-medium">{title}</span>
        <span className="block text-muted">{help}</span>
      </span>
    </label>
  );
}
