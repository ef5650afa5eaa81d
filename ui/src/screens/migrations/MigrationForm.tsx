/** Adds a migration of a site, or edits one. */
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useForm } from "react-hook-form";
import type { Migration } from "@/bindings/Migration";
import type { RoutingType } from "@/bindings/RoutingType";
import { SelectField, TextArea, TextField } from "@/components/Field";
import { FormDialog, orNull } from "@/components/FormDialog";
import { useRead, useWrite } from "@/queries/commands";
import { choicesOf, labels, words } from "@/words";

interface Values {
  siteId: string;
  name: string;
  routingType: RoutingType;
  carrierId: string;
  targetDate: string;
  voiceRoutingPolicy: string;
  dialPlan: string;
  notes: string;
}

interface MigrationFormProps {
  migration?: Migration;
  onClose: () => void;
  /** What follows instead of closing. */
  onSaved?: (migration: Migration) => void;
}

export function MigrationForm({ migration, onClose, onSaved }: MigrationFormProps) {
  const form = useForm<Values>({ defaultValues: valuesOf(migration) });
  const add = useWrite("migration_add");
  const update = useWrite("migration_update");
  const carriers = useRead("carrier_list", {});
  const sites = useSiteChoices();
  const { errors } = form.formState;
  const required = { required: words.welcome.required };

  function save({ siteId, ...values }: Values) {
    const request = {
      name: values.name,
      routingType: values.routingType,
      carrierId: orNull(values.carrierId),
      targetDate: orNull(values.targetDate),
      voiceRoutingPolicy: orNull(values.voiceRoutingPolicy),
      dialPlan: orNull(values.dialPlan),
      notes: orNull(values.notes),
    };
    return migration
      ? update.mutateAsync({ id: migration.id, revision: migration.revision, ...request })
      : add.mutateAsync({ siteId, ...request });
  }

  return (
    <FormDialog
      title={migration ? words.migration.editTitle : words.migration.add}
      submitLabel={migration ? words.common.save : words.migration.add}
      form={form}
      onSubmit={save}
      onClose={onClose}
      onDone={onSaved}
    >
      {!migration && sites?.length === 0 && (
        <p className="rounded-md bg-info-bg px-3 py-2 text-info">
          {words.migration.noSite} <Link to="/customers">{words.migration.goToCustomers}</Link>
        </p>
      )}
      {!migration && (
        <SelectField
          label={words.migration.site}
          choices={sites ?? []}
          emptyLabel=""
          {...form.register("siteId", required)}
          error={errors.siteId?.message}
        />
      )}
      <TextField
        label={words.migration.name}
        {...form.register("name", required)}
        error={errors.name?.message}
      />
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label={words.migration.routing}
          choices={choicesOf(labels.routingType)}
          {...form.register("routingType")}
          error={errors.routingType?.message}
        />
        <SelectField
          label={words.migration.carrier}
          optional
          choices={(carriers.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          emptyLabel={words.common.none}
          {...form.register("carrierId")}
          error={errors.carrierId?.message}
        />
      </div>
      <TextField
        label={words.migration.targetDate}
        type="date"
        optional
        {...form.register("targetDate")}
        error={errors.targetDate?.message}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={words.migration.voiceRoutingPolicy}
          optional
          help={words.migration.voiceRoutingPolicyHelp}
          {...form.register("voiceRoutingPolicy")}
          error={errors.voiceRoutingPolicy?.message}
        />
        <TextField
          label={words.migration.dialPlan}
          optional
          {...form.register("dialPlan")}
          error={errors.dialPlan?.message}
        />
      </div>
      <TextArea
        label={words.migration.notes}
        optional
        rows={2}
        {...form.register("notes")}
        error={errors.notes?.message}
      />
    </FormDialog>
  );
}

function useSiteChoices() {
  const sites = useRead("site_list", { customerId: null });
  const customers = useRead("customer_list", {});
  return useMemo(() => {
    if (!sites.data || !customers.data) return undefined;
    const nameOf = new Map(customers.data.map((customer) => [customer.id, customer.name]));
    return sites.data
      .map((site) => ({ value: site.id, label: `${nameOf.get(site.customerId) ?? ""} / ${site.name}` }))
      .sort((a, b) => a.label.localeCompare(b.label));
  }, [sites.data, customers.data]);
}

function valuesOf(migration: Migration | undefined): Values {
  return {
    siteId: migration?.siteId ?? "",
    name: migration?.name ?? "",
    routingType: migration?.routingType ?? "direct_routing",
    carrierId: migration?.carrierId ?? "",
    targetDate: migration?.targetDate ?? "",
    voiceRoutingPolicy: migration?.voiceRoutingPolicy ?? "",
    dialPlan: migration?.dialPlan ?? "",
    notes: migration?.notes ?? "",
  };
}
