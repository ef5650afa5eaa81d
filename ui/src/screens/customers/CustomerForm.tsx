/** Adds a customer, or edits one. */
import { useForm } from "react-hook-form";
import type { Customer } from "@/bindings/Customer";
import { CheckField, TextArea, TextField } from "@/components/Field";
import { FormDialog, orNull } from "@/components/FormDialog";
import { localTimeZone, TimeZoneField } from "@/components/TimeZoneField";
import { useWrite } from "@/queries/commands";
import { words } from "@/words";

interface Values {
  name: string;
  legalName: string;
  tenantDomain: string;
  tenantId: string;
  timeZone: string;
  isDemo: boolean;
  notes: string;
}

interface CustomerFormProps {
  customer?: Customer;
  onClose: () => void;
  /** What follows instead of closing. */
  onSaved?: (customer: Customer) => void;
}

export function CustomerForm({ customer, onClose, onSaved }: CustomerFormProps) {
  const form = useForm<Values>({ defaultValues: valuesOf(customer) });
  const add = useWrite("customer_add");
  const update = useWrite("customer_update");
  const { errors } = form.formState;
  function save(values: Values) {
    const request = {
      ...values,
      legalName: orNull(values.legalName),
      tenantDomain: orNull(values.tenantDomain),
      tenantId: orNull(values.tenantId),
      timeZone: orNull(values.timeZone),
      notes: orNull(values.notes),
    };
    return customer
      ? update.mutateAsync({ id: customer.id, revision: customer.revision, ...request })
      : add.mutateAsync(request);
  }
  return (
    <FormDialog
      title={customer ? words.customers.editTitle : words.customers.add}
      submitLabel={customer ? words.common.save : words.customers.add}
      form={form}
      onSubmit={save}
      onClose={onClose}
      onDone={onSaved}
    >
      <TextField
        label={words.customers.name}
        {...form.register("name", { required: words.welcome.required })}
        error={errors.name?.message}
      />
      <TextField
        label={words.customers.legalName}
        optional
        help={words.customers.legalNameHelp}
        {...form.register("legalName")}
        error={errors.legalName?.message}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={words.customers.tenantDomain}
          optional
          placeholder="contoso.com"
          {...form.register("tenantDomain")}
          error={errors.tenantDomain?.message}
        />
        <TextField
          label={words.customers.tenantId}
          optional
          {...form.register("tenantId")}
          error={errors.tenantId?.message}
        />
      </div>
      <TimeZoneField
        label={words.customers.timeZone}
        {...form.register("timeZone")}
        error={errors.timeZone?.message}
      />
      <TextArea
        label={words.customers.notes}
        optional
        rows={2}
        {...form.register("notes")}
        error={errors.notes?.message}
      />
      <CheckField label={words.customers.isDemo} {...form.register("isDemo")} />
    </FormDialog>
  );
}

function valuesOf(customer: Customer | undefined): Values {
  return {
    name: customer?.name ?? "",
    legalName: customer?.legalName ?? "",
    tenantDomain: customer?.tenantDomain ?? "",
    tenantId: customer?.tenantId ?? "",
    timeZone: customer?.timeZone ?? localTimeZone(),
    isDemo: customer?.isDemo ?? false,
    notes: customer?.notes ?? "",
  };
}
