/** A dialog around a form: submits, shows an error at its field or above the fields, closes when it is done. */
import { type ReactNode, useState } from "react";
import { type FieldValues, FormProvider, type Path, type UseFormReturn } from "react-hook-form";
import type { ApiError } from "@/host";
import { toApiError } from "@/host/error";
import { words } from "@/words";
import { Button } from "./Button";
import { Dialog, DialogActions, DialogBody } from "./Dialog";
import { ErrorNotice } from "./ErrorNotice";

interface FormDialogProps<Values extends FieldValues, Result> {
  title: string;
  description?: ReactNode;
  submitLabel: string;
  form: UseFormReturn<Values>;
  /** Rejects with an `ApiError` when it was not done. */
  onSubmit: (values: Values) => Promise<Result>;
  onClose: () => void;
  /** What follows when it was done; closing, when absent. */
  onDone?: (result: Result) => void;
  width?: number;
  danger?: boolean;
  children: ReactNode;
}

export function FormDialog<Values extends FieldValues, Result>(props: FormDialogProps<Values, Result>) {
  const { form, onClose } = props;
  const { error, submit } = useSubmit(form, props.onSubmit, props.onDone ?? onClose);
  return (
    <Dialog open onClose={onClose} title={props.title} description={props.description} width={props.width}>
      <form onSubmit={submit} className="flex min-h-0 flex-col" noValidate>
        <DialogBody>
          {error && <ErrorNotice error={error} />}
          <FormProvider {...form}>{props.children}</FormProvider>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" tone={props.danger ? "danger" : "primary"} busy={form.formState.isSubmitting}>
            {props.submitLabel}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** Runs a form's submission; an error that names one of the form's fields is shown there. */
export function useSubmit<Values extends FieldValues, Result>(
  form: UseFormReturn<Values>,
  onSubmit: (values: Values) => Promise<Result>,
  onDone?: (result: Result) => void,
) {
  const [error, setError] = useState<ApiError | null>(null);
  const submit = form.handleSubmit(async (values) => {
    setError(null);
    try {
      const result = await onSubmit(values);
      onDone?.(result);
    } catch (cause) {
      const failure = toApiError(cause);
      const field = failure.field;
      if (field !== null && field in values) {
        const message = [failure.message, ...failure.hints].join(" ");
        form.setError(field as Path<Values>, { message }, { shouldFocus: true });
      } else {
        setError(failure);
      }
    }
  });
  return { error, submit };
}

/** Forms hold texts; the wire says `null` for what was left empty. */
export function orNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}
