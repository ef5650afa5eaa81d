/** Adds a site of a customer, or edits one. */
import { useForm } from "react-hook-form";
import type { Customer } from "@/bindings/Customer";
import type { Site } from "@/bindings/Site";
import { TextField } from "@/components/Field";
import { FormDialog, orNull } from "@/components/FormDialog";
import { TimeZoneField } from "@/components/TimeZoneField";
import { useWrite } from "@/queries/commands";
import { words } from "@/words";

interface SiteFormProps {
  customer: Customer;
  site?: Site;
  onClose: () => void;
}

export function SiteForm({ customer, site, onClose }: SiteFormProps) {
  const form = useForm({ defaultValues: valuesOf(customer, site) });
  const add = useWrite("site_add");
  const update = useWrite("site_update");
  const { errors } = form.formState;
  const required = { required: words.welcome.required };
  function save(values: ReturnType<typeof valuesOf>) {
    const request = {
      name: values.name,
      timeZone: values.timeZone,
      code: orNull(values.code),
      street: orNull(values.street),
      city: orNull(values.city),
      state: orNull(values.state),
      postalCode: orNull(values.postalCode),
      country: orNull(values.country),
      mainNumber: orNull(values.mainNumber),
      legacyPbx: orNull(values.legacyPbx),
      discoveryNotes: orNull(values.discoveryNotes),
    };
    return site
      ? update.mutateAsync({ id: site.id, revision: site.revision, ...request })
      : add.mutateAsync({ customerId: customer.id, ...request });
  }
  return (
    <FormDialog
      title={site ? words.site.editTitle : words.site.add}
      description={customer.name}
      submitLabel={site ? words.common.save : words.site.add}
      form={form}
      onSubmit={save}
      onClose={onClose}
    >
      <div className="grid grid-cols-[1fr_120px] gap-3">
        <TextField
          label={words.site.name}
          {...form.register("name", required)}
          error={errors.name?.message}
        />
        <TextField label={words.site.code} optional {...form.register("code")} error={errors.code?.message} />
      </div>
      <TextField
        label={words.site.street}
        optional
        {...form.register("street")}
        error={errors.street?.message}
      />
      <div className="grid grid-cols-[1fr_80px_96px_80px] gap-3">
        <TextField label={words.site.city} {...form.register("city")} error={errors.city?.message} />
        <TextField label={words.site.state} {...form.register("state")} error={errors.state?.message} />
        <TextField
          label={words.site.postalCode}
          {...form.register("postalCode")}
          error={errors.postalCode?.message}
        />
        <TextField
          label={words.site.country}
          maxLength={2}
          {...form.register("country")}
          error={errors.country?.message}
        />
      </div>
      <TimeZoneField
        label={words.site.timeZone}
        {...form.register("timeZone", required)}
        error={errors.timeZone?.message}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={words.site.mainNumber}
          optional
          {...form.register("mainNumber")}
          error={errors.mainNumber?.message}
        />
        <TextField
          label={words.site.legacyPbx}
          optional
          {...form.register("legacyPbx")}
          error={errors.legacyPbx?.message}
        />
      </div>
      <TextField
        label={words.customers.notes}
        optional
        {...form.register("discoveryNotes")}
        error={errors.discoveryNotes?.message}
      />
    </FormDialog>
  );
}

function valuesOf(customer: Customer, site: Site | undefined) {
  return {
    name: site?.name ?? "",
    code: site?.code ?? "",
    street: site?.street ?? "",
    city: site?.city ?? "",
    state: site?.state ?? "",
    postalCode: site?.postalCode ?? "",
    country: site?.country ?? "US",
    timeZone: site?.timeZone ?? customer.timeZone,
    mainNumber: site?.mainNumber ?? "",
    legacyPbx: site?.legacyPbx ?? "",
    discoveryNotes: site?.discoveryNotes ?? "",
  };
}
