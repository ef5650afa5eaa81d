/** Adds numbers by hand: typed or pasted as numbers and ranges, looked at before they are stored as one change. */
import { useDeferredValue, useMemo } from "react";
import { useForm, useWatch } from "react-hook-form";
import type { Disposition } from "@/bindings/Disposition";
import type { NumbersToAdd } from "@/bindings/NumbersToAdd";
import type { NumberUsage } from "@/bindings/NumberUsage";
import type { PhoneNumberType } from "@/bindings/PhoneNumberType";
import { CheckField, SelectField, TextArea, TextField } from "@/components/Field";
import { FormDialog, orNull } from "@/components/FormDialog";
import { notify } from "@/components/Toast";
import { formatCount } from "@/format";
import { useRead, useWrite } from "@/queries/commands";
import { useAccountChoices } from "@/screens/orders/useAccountChoices";
import { choicesOf, labels, words } from "@/words";
import { AddPreview } from "./AddPreview";

interface AddDialogProps {
  migrationId: string;
  /** What was pasted. */
  initial?: string;
  onClose: () => void;
}

const BLANK = {
  numbers: "",
  exclude: "",
  disposition: "port" as Disposition,
  numberType: "" as PhoneNumberType | "",
  usage: "" as NumberUsage | "",
  losingAccountId: "",
  currentCarrier: "",
  rateCenter: "",
  description: "",
  notes: "",
  holderUpn: "",
  onlyNewEverywhere: false,
};
type Values = typeof BLANK;

export function AddDialog({ migrationId, initial = "", onClose }: AddDialogProps) {
  const form = useForm<Values>({ defaultValues: { ...BLANK, numbers: initial } });
  const accounts = useAccountChoices(migrationId);
  const values = useWatch({ control: form.control }) as Values;
  const wanted = useDeferredValue(useMemo(() => toRequest(migrationId, values), [migrationId, values]));
  const isNamed = wanted.numbers.trim() !== "";
  const preview = useRead("number_add_preview", looked(wanted), { enabled: isNamed, keepPrevious: true });
  const add = useWrite("number_add");
  const text = words.numbers;
  return (
    <FormDialog
      title={text.addTitle}
      description={text.addHelp}
      submitLabel={isNamed && preview.data ? text.addSubmit(formatCount(preview.data.new)) : words.common.add}
      width={640}
      form={form}
      onClose={onClose}
      onSubmit={async (now) => {
        const request = toRequest(migrationId, now);
        const isSeen = !preview.isPlaceholderData && isSame(looked(request), looked(wanted));
        const expected = isSeen ? (preview.data?.new ?? null) : null;
        const done = await add.mutateAsync({ ...request, expected });
        notify(text.added(text.selectedCount(formatCount(done.added))));
      }}
    >
      <div className="grid grid-cols-2 gap-3">
        <TextArea
          label={text.numbersToAdd}
          help={text.numbersToAddHelp}
          className="col-span-2"
          {...form.register("numbers", { required: words.welcome.required })}
          error={form.formState.errors.numbers?.message}
        />
        <TextField
          label={text.exclude}
          optional
          placeholder="0110-0119"
          className="col-span-2"
          {...form.register("exclude")}
        />
      </div>
      {isNamed && <AddPreview preview={preview} />}
      {(preview.data?.elsewhere.length ?? 0) > 0 && (
        <CheckField label={text.onlyNewEverywhere} {...form.register("onlyNewEverywhere")} />
      )}
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label={text.disposition}
          choices={choicesOf(labels.disposition)}
          {...form.register("disposition")}
        />
        <SelectField
          label={text.type}
          choices={choicesOf(labels.phoneNumberType)}
          emptyLabel={text.byNumber}
          {...form.register("numberType")}
        />
        <SelectField
          label={text.usage}
          choices={choicesOf(labels.numberUsage)}
          emptyLabel={text.byType}
          {...form.register("usage")}
        />
        <SelectField
          label={words.orders.account}
          choices={accounts ?? []}
          emptyLabel={words.common.none}
          {...form.register("losingAccountId")}
          error={form.formState.errors.losingAccountId?.message}
        />
        <TextField label={text.carrier} optional {...form.register("currentCarrier")} />
        <TextField label={text.rateCenter} optional {...form.register("rateCenter")} />
        <TextField
          label={text.upn}
          optional
          help={text.holderHelp}
          {...form.register("holderUpn")}
          error={form.formState.errors.holderUpn?.message}
        />
        <TextField label={text.description} optional {...form.register("description")} />
        <TextField label={text.notes} optional className="col-span-2" {...form.register("notes")} />
      </div>
    </FormDialog>
  );
}

function toRequest(migrationId: string, values: Values): NumbersToAdd {
  return {
    migrationId,
    numbers: values.numbers,
    exclude: values.exclude,
    onlyNewEverywhere: values.onlyNewEverywhere,
    disposition: values.disposition,
    numberType: values.numberType === "" ? null : values.numberType,
    usage: values.usage === "" ? null : values.usage,
    losingAccountId: orNull(values.losingAccountId),
    currentCarrier: orNull(values.currentCarrier),
    rateCenter: orNull(values.rateCenter),
    description: orNull(values.description),
    notes: orNull(values.notes),
    holderUpn: orNull(values.holderUpn),
  };
}

const isSame = (one: NumbersToAdd, other: NumbersToAdd) => JSON.stringify(one) === JSON.stringify(other);

/** The preview depends on the numbers alone, so that typing a note asks for no other. */
function looked({ migrationId, numbers, exclude, onlyNewEverywhere }: NumbersToAdd): NumbersToAdd {
  return toRequest(migrationId, { ...BLANK, numbers, exclude, onlyNewEverywhere });
}
