/** Adds a contact of a customer. */
import { useForm } from "react-hook-form";
import type { ContactKind } from "@/bindings/ContactKind";
import type { Customer } from "@/bindings/Customer";
import { SelectField, TextField } from "@/components/Field";
import { FormDialog, orNull } from "@/components/FormDialog";
import { useWrite } from "@/queries/commands";
import { choicesOf, labels, words } from "@/words";

interface Values {
  kind: ContactKind;
  name: string;
  title: string;
  email: string;
  phone: string;
}

export function ContactForm({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const form = useForm<Values>({
    defaultValues: { kind: "authorized_signer", name: "", title: "", email: "", phone: "" },
  });
  const add = useWrite("contact_add");
  const { errors } = form.formState;
  return (
    <FormDialog
      title={words.contact.add}
      description={customer.name}
      submitLabel={words.contact.add}
      form={form}
      onClose={onClose}
      onSubmit={({ kind, name, title, email, phone }) =>
        add.mutateAsync({
          customerId: customer.id,
          siteId: null,
          kind,
          name,
          title: orNull(title),
          email: orNull(email),
          phone: orNull(phone),
        })
      }
    >
      <SelectField
        label={words.contact.kind}
        choices={choicesOf(labels.contactKind)}
        {...form.register("kind")}
        error={errors.kind?.message}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={words.contact.name}
          {...form.register("name", { required: words.welcome.required })}
          error={errors.name?.message}
        />
        <TextField
          label={words.contact.title}
          optional
          {...form.register("title")}
          error={errors.title?.message}
        />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={words.contact.email}
          optional
          type="email"
          {...form.register("email")}
          error={errors.email?.message}
        />
        <TextField
          label={words.contact.phone}
          optional
          {...form.register("phone")}
          error={errors.phone?.message}
        />
      </div>
    </FormDialog>
  );
}
