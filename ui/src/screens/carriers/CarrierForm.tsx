/** Adds a carrier with the rules and the sheet of another one, to be edited on its own page. */
import { useForm } from "react-hook-form";
import type { Carrier } from "@/bindings/Carrier";
import { SelectField, TextField } from "@/components/Field";
import { FormDialog } from "@/components/FormDialog";
import { call } from "@/queries/commands";
import { words } from "@/words";

const say = words.carriers;

interface CarrierFormProps {
  carriers: Carrier[];
  onClose: () => void;
  onAdded: (carrier: Carrier) => void;
}

export function CarrierForm({ carriers, onClose, onAdded }: CarrierFormProps) {
  const form = useForm({ defaultValues: { name: "", code: "", like: carriers[0]?.id ?? "" } });
  const { errors } = form.formState;
  const required = { required: words.welcome.required };
  async function add({ name, code, like }: { name: string; code: string; like: string }) {
    const { profile } = await call("carrier_get", { id: like });
    return call("carrier_add", {
      ...profile,
      name,
      code,
      ocn: null,
      toConfirm: true,
      contacts: [],
      sheetTemplate: { ...profile.sheetTemplate, workbook: null },
    });
  }
  return (
    <FormDialog
      title={say.add}
      submitLabel={say.add}
      form={form}
      onSubmit={add}
      onDone={onAdded}
      onClose={onClose}
    >
      <TextField label={say.name} {...form.register("name", required)} error={errors.name?.message} />
      <TextField
        label={say.code}
        help={say.codeHelp}
        {...form.register("code", required)}
        error={errors.code?.message}
      />
      <SelectField
        label={say.like}
        choices={carriers.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.register("like", required)}
        error={errors.like?.message}
      />
    </FormDialog>
  );
}
