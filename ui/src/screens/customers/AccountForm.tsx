/** Adds a losing account, or edits one. Its secrets go in and never come back here. */
import { type UseFormReturn, useForm } from "react-hook-form";
import type { Customer } from "@/bindings/Customer";
import type { LosingAccount } from "@/bindings/LosingAccount";
import type { PostalAddress } from "@/bindings/PostalAddress";
import { SelectField, TextField } from "@/components/Field";
import { FormDialog, orNull } from "@/components/FormDialog";
import { useRead, useWrite } from "@/queries/commands";
import { words } from "@/words";

interface AccountFormProps {
  customer: Customer;
  account?: LosingAccount;
  onClose: () => void;
}

export function AccountForm({ customer, account, onClose }: AccountFormProps) {
  const form = useForm({ defaultValues: valuesOf(customer, account) });
  const add = useWrite("losing_account_add");
  const { data: proposals } = useRead(
    "losing_account_proposals",
    { customerId: customer.id },
    { enabled: !account },
  );
  const update = useWrite("losing_account_update");
  const { errors } = form.formState;
  const required = { required: words.welcome.required };
  function save(values: ReturnType<typeof valuesOf>) {
    const { carrierName, nameOnAccount, btn, street, city, state, postalCode, country } = values;
    const request = {
      carrierName,
      nameOnAccount,
      btn,
      dba: orNull(values.dba),
      csrAddress: addressOf({ street, city, state, postalCode, country }),
      billingAddress: addressOf(values.billing),
      accountNumber: orNull(values.accountNumber),
      pin: orNull(values.pin),
      csrDate: orNull(values.csrDate),
      billDate: orNull(values.billDate),
    };
    return account
      ? update.mutateAsync({ id: account.id, revision: account.revision, ...request })
      : add.mutateAsync({
          customerId: customer.id,
          siteId: values.proposal === "" ? null : (proposals?.[Number(values.proposal)]?.siteId ?? null),
          ...request,
        });
  }
  function takeOver(at: string) {
    const proposed = proposals?.[Number(at)];
    if (at === "" || !proposed) return;
    const { street, city, state, postalCode, country } = proposed.csrAddress ?? {};
    const taken = {
      carrierName: proposed.carrierName,
      btn: proposed.btn,
      nameOnAccount: proposed.nameOnAccount,
      street,
      city,
      state,
      postalCode,
      country,
    };
    for (const [name, value] of Object.entries(taken)) {
      if (value) form.setValue(name as keyof typeof taken, value, { shouldDirty: true });
    }
  }
  const kept = (stored: boolean | undefined) => (stored ? words.account.secretKept : undefined);
  return (
    <FormDialog
      title={account ? words.account.editTitle : words.account.add}
      description={customer.name}
      submitLabel={account ? words.common.save : words.account.add}
      form={form}
      onSubmit={save}
      onClose={onClose}
      width={600}
    >
      {proposals && proposals.length > 0 && (
        <SelectField
          label={words.siteUses.fromSite}
          help={words.siteUses.fromSiteHelp}
          optional
          choices={proposals.map((it, at) => ({
            value: String(at),
            label: [it.siteName, it.carrierName, it.btn].filter(Boolean).join(" · "),
          }))}
          emptyLabel={words.siteUses.fromNone}
          {...form.register("proposal", { onChange: (event) => takeOver(event.target.value) })}
        />
      )}
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={words.account.carrierName}
          {...form.register("carrierName", required)}
          error={errors.carrierName?.message}
        />
        <TextField
          label={words.account.btn}
          help={words.account.btnHelp}
          {...form.register("btn", required)}
          error={errors.btn?.message}
        />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={words.account.nameOnAccount}
          help={words.account.nameOnAccountHelp}
          {...form.register("nameOnAccount", required)}
          error={errors.nameOnAccount?.message}
        />
        <TextField label={words.account.dba} optional {...form.register("dba")} />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={words.account.accountNumber}
          type="password"
          autoComplete="new-password"
          help={kept(account?.hasAccountNumber)}
          {...form.register("accountNumber")}
          error={errors.accountNumber?.message}
        />
        <TextField
          label={words.account.pin}
          type="password"
          autoComplete="new-password"
          help={kept(account?.hasPin)}
          {...form.register("pin")}
          error={errors.pin?.message}
        />
      </div>
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-1 font-semibold">{words.account.csrAddress}</legend>
        <AddressFields form={form} />
      </fieldset>
      <BillingFields form={form} />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={words.account.csrDate}
          type="date"
          optional
          {...form.register("csrDate")}
          error={errors.csrDate?.message}
        />
        <TextField
          label={words.account.billDate}
          type="date"
          optional
          {...form.register("billDate")}
          error={errors.billDate?.message}
        />
      </div>
    </FormDialog>
  );
}

type Values = ReturnType<typeof valuesOf>;
type Address = Values["billing"];

/** The country alone is no address. */
function addressOf({ street, city, state, postalCode, country }: Address): PostalAddress | null {
  if ([street, city, state, postalCode].every((part) => part.trim() === "")) return null;
  return {
    street: orNull(street),
    city: orNull(city),
    state: orNull(state),
    postalCode: orNull(postalCode),
    country: orNull(country),
  };
}

function AddressFields({ form, of = "" }: { form: UseFormReturn<Values>; of?: "" | "billing." }) {
  const labels = of === "" ? words.site : words.account.billing;
  return (
    <>
      <TextField label={labels.street} {...form.register(`${of}street`)} />
      <div className="grid grid-cols-[1fr_80px_96px_80px] gap-3">
        <TextField label={labels.city} {...form.register(`${of}city`)} />
        <TextField label={labels.state} {...form.register(`${of}state`)} />
        <TextField label={labels.postalCode} {...form.register(`${of}postalCode`)} />
        <TextField label={labels.country} maxLength={2} {...form.register(`${of}country`)} />
      </div>
    </>
  );
}

/** Closed where the bills go to the service address, as they mostly do. */
function BillingFields({ form }: { form: UseFormReturn<Values> }) {
  const { street, city, state, postalCode } = form.getValues("billing");
  return (
    <details open={[street, city, state, postalCode].some(Boolean)}>
      <summary className="cursor-pointer font-semibold">
        {words.account.billingAddress}{" "}
        <span className="font-normal text-muted">({words.common.optional})</span>
      </summary>
      <fieldset className="mt-2 flex flex-col gap-3">
        <legend className="mb-1 text-muted">{words.account.billingAddressHelp}</legend>
        <AddressFields form={form} of="billing." />
      </fieldset>
    </details>
  );
}

function valuesOf(customer: Customer, account: LosingAccount | undefined) {
  const address = account?.csrAddress;
  const billing = account?.billingAddress;
  return {
    /** Place in the list of what sites propose; empty = none. */
    proposal: "",
    carrierName: account?.carrierName ?? "",
    nameOnAccount: account?.nameOnAccount ?? customer.legalName ?? customer.name,
    btn: account?.btn ?? "",
    accountNumber: "",
    pin: "",
    street: address?.street ?? "",
    city: address?.city ?? "",
    state: address?.state ?? "",
    postalCode: address?.postalCode ?? "",
    country: address?.country ?? "US",
    dba: account?.dba ?? "",
    billing: {
      street: billing?.street ?? "",
      city: billing?.city ?? "",
      state: billing?.state ?? "",
      postalCode: billing?.postalCode ?? "",
      country: billing?.country ?? "US",
    },
    csrDate: account?.csrDate ?? "",
    billDate: account?.billDate ?? "",
  };
}
