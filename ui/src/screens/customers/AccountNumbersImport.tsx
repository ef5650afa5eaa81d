/** Takes a list of a losing account's numbers in: which file, what it is, and its date. */
import { Paperclip } from "lucide-react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { AccountNumberSource } from "@/bindings/AccountNumberSource";
import type { LosingAccount } from "@/bindings/LosingAccount";
import { Button } from "@/components/Button";
import { SelectField, TextField } from "@/components/Field";
import { FormDialog } from "@/components/FormDialog";
import { notify, notifyError } from "@/components/Toast";
import { formatCount } from "@/format";
import { type FileHandle, host } from "@/host";
import { toApiError } from "@/host/error";
import { useWrite } from "@/queries/commands";
import { choicesOf, labels, words } from "@/words";

interface AccountNumbersImportProps {
  account: LosingAccount;
  onClose: () => void;
}

interface ListValues {
  source: AccountNumberSource;
  seenOn: string;
  /** Empty where the list speaks for itself. */
  column: string;
}

export function AccountNumbersImport({ account, onClose }: AccountNumbersImportProps) {
  const [file, setFile] = useState<FileHandle | null>(null);
  const [isMissing, setMissing] = useState(false);
  const form = useForm<ListValues>({
    defaultValues: { source: "csr", seenOn: account.csrDate ?? "", column: "" },
  });
  const take = useWrite("account_numbers_import");

  function choose() {
    host()
      .pickOpen("import")
      .then((chosen) => chosen && setFile(chosen))
      .catch((cause) => notifyError(toApiError(cause)));
  }

  async function save({ source, seenOn, column }: ListValues) {
    setMissing(file === null);
    if (file === null) return false;
    const request = { accountId: account.id, file: file.id, source, seenOn, column: column.trim() || null };
    const done = await take.mutateAsync({ ...request, sheet: null, country: null, dryRun: false });
    notify(words.accountNumbers.imported(formatCount(done.inserted), formatCount(done.refreshed)));
    return true;
  }

  return (
    <FormDialog
      title={words.accountNumbers.importTitle}
      description={words.accountNumbers.importHelp}
      submitLabel={words.accountNumbers.submit}
      form={form}
      onSubmit={save}
      onDone={(isStored) => isStored && onClose()}
      onClose={onClose}
    >
      <div className="flex items-center gap-2">
        <Button icon={Paperclip} onClick={choose}>
          {words.accountNumbers.chooseFile}
        </Button>
        <span className="truncate">{file?.name}</span>
      </div>
      {isMissing && file === null && (
        <p role="alert" className="text-danger text-small">
          {words.accountNumbers.fileMissing}
        </p>
      )}
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label={words.accountNumbers.source}
          choices={choicesOf(labels.accountNumberSource)}
          {...form.register("source")}
        />
        <TextField
          label={words.accountNumbers.seenOn}
          type="date"
          {...form.register("seenOn", { required: words.welcome.required })}
          error={form.formState.errors.seenOn?.message}
        />
      </div>
      <TextField
        label={words.accountNumbers.column}
        help={words.accountNumbers.columnHelp}
        {...form.register("column")}
      />
    </FormDialog>
  );
}
