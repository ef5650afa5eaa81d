/** Mends every cell that has a problem, where it is plain how; an area code is asked for first. */
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { ProblemFacet } from "@/bindings/ProblemFacet";
import { Button } from "@/components/Button";
import { TextField } from "@/components/Field";
import { FormDialog } from "@/components/FormDialog";
import { notify, notifyError } from "@/components/Toast";
import { formatCount } from "@/format";
import { toApiError } from "@/host/error";
import { call } from "@/queries/commands";
import { words } from "@/words";
import type { ImportState } from "./useImport";

export function FixAllButton({ state, facet }: { state: ImportState; facet: ProblemFacet }) {
  const [asks, setAsks] = useState(false);
  const [isBusy, setIsBusy] = useState(false);

  async function fix(areaCode: string | null) {
    const request = { choices: state.choices, problem: facet.code, with: areaCode };
    const { edits } = await call("import_fix_all", request);
    if (edits.length === 0) {
      notify(words.imports.nothingFixed);
      return;
    }
    state.take({ kind: "mend", edits });
    notify(words.imports.fixed(formatCount(edits.length)));
  }

  async function start() {
    if (facet.code === "missing_area_code") {
      setAsks(true);
      return;
    }
    setIsBusy(true);
    try {
      await fix(null);
    } catch (cause) {
      notifyError(toApiError(cause));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <>
      <Button tone="primary" onClick={start} busy={isBusy}>
        {words.imports.fixAll(formatCount(facet.fixable))}
      </Button>
      {asks && <AreaCodeDialog onFix={fix} onClose={() => setAsks(false)} />}
    </>
  );
}

interface AreaCodeDialogProps {
  onFix: (areaCode: string) => Promise<void>;
  onClose: () => void;
}

function AreaCodeDialog({ onFix, onClose }: AreaCodeDialogProps) {
  const form = useForm({ defaultValues: { areaCode: "" } });
  const { errors } = form.formState;
  return (
    <FormDialog
      title={words.imports.areaCodeTitle}
      description={words.imports.areaCodeHelp}
      submitLabel={words.imports.areaCodeTitle}
      form={form}
      onSubmit={({ areaCode }) => onFix(areaCode)}
      onClose={onClose}
      width={360}
    >
      <TextField
        label={words.imports.areaCode}
        inputMode="numeric"
        maxLength={5}
        error={errors.areaCode?.message}
        {...form.register("areaCode", {
          pattern: { value: /^\d{2,5}$/, message: words.welcome.required },
          required: words.welcome.required,
        })}
      />
    </FormDialog>
  );
}
