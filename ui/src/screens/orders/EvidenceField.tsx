/** A file that proves a step. The page knows it by handle only. */
import { Paperclip, X } from "lucide-react";
import { Button } from "@/components/Button";
import { notifyError } from "@/components/Toast";
import { type FileHandle, host } from "@/host";
import { toApiError } from "@/host/error";
import { words } from "@/words";

interface EvidenceFieldProps {
  file: FileHandle | null;
  onChange: (file: FileHandle | null) => void;
  /** What such a file is; a proof of a step, when absent. */
  help?: string;
}

export function EvidenceField({ file, onChange, help = words.orders.evidenceHelp }: EvidenceFieldProps) {
  function choose() {
    host()
      .pickOpen("document")
      .then((chosen) => chosen && onChange(chosen))
      .catch((cause) => notifyError(toApiError(cause)));
  }
  return (
    <div className="flex flex-col gap-1">
      <span className="font-medium text-small">
        {words.orders.evidence} <span className="font-normal text-muted">({words.common.optional})</span>
      </span>
      <div className="flex items-center gap-2">
        <Button icon={Paperclip} onClick={choose}>
          {words.orders.chooseFile}
        </Button>
        {file ? (
          <>
            <span className="truncate">{file.name}</span>
            <Button
              tone="quiet"
              icon={X}
              label={`${words.orders.remove} ${file.name}`}
              onClick={() => onChange(null)}
            />
          </>
        ) : (
          <span className="text-muted text-small">{help}</span>
        )}
      </div>
    </div>
  );
}
