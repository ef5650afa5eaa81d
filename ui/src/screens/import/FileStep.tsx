/** No file yet: choose one, or drop one. */
import { FileUp } from "lucide-react";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { notifyError } from "@/components/Toast";
import { type FileHandle, host } from "@/host";
import { toApiError } from "@/host/error";
import { words } from "@/words";

interface FileStepProps {
  needsMigration: boolean;
  /** A file that waits for the choice of its migration. */
  fileName?: string;
  onFile: (file: FileHandle) => void;
}

export function FileStep({ needsMigration, fileName, onFile }: FileStepProps) {
  async function pick() {
    try {
      const file = await host().pickOpen("import");
      if (file) onFile(file);
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  return (
    <div className="panel">
      <EmptyState
        icon={FileUp}
        title={fileName ?? words.imports.choose.replace("…", "")}
        action={
          <Button tone="primary" onClick={pick}>
            {words.imports.choose}
          </Button>
        }
      >
        {needsMigration ? words.imports.chooseMigration : words.imports.chooseHelp}
      </EmptyState>
    </div>
  );
}
