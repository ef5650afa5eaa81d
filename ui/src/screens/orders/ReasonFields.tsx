/** Why an order changes, and the file that proves it: the last fields of every step. */
import { useFormContext } from "react-hook-form";
import { TextArea } from "@/components/Field";
import type { FileHandle } from "@/host";
import { words } from "@/words";
import { EvidenceField } from "./EvidenceField";

interface ReasonFieldsProps {
  label: string;
  /** Whether words must be said. */
  isNeeded: boolean;
  file: FileHandle | null;
  onFile: (file: FileHandle | null) => void;
}

export function ReasonFields({ label, isNeeded, file, onFile }: ReasonFieldsProps) {
  const { register, formState } = useFormContext<{ reason: string }>();
  return (
    <>
      <TextArea
        label={label}
        optional={!isNeeded}
        rows={2}
        {...register("reason", { required: isNeeded && words.welcome.required })}
        error={formState.errors.reason?.message}
      />
      <EvidenceField file={file} onChange={onFile} />
    </>
  );
}
