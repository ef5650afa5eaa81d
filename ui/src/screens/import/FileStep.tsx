/** No file yet: choose one, or drop some. */
import { FileUp } from "lucide-react";
import { EmptyState } from "@/components/EmptyState";
import { words } from "@/words";
import type { NamedFile } from "./files";
import { PickFile } from "./PickFile";

interface FileStepProps {
  needsMigration: boolean;
  /** Files that wait for the choice of their migration. */
  files: NamedFile[];
  onFile: (file: NamedFile) => void;
}

export function FileStep({ needsMigration, files, onFile }: FileStepProps) {
  const names = files.map(({ name }) => name).join(", ");
  return (
    <div className="panel">
      <EmptyState
        icon={FileUp}
        title={names === "" ? words.imports.chooseTitle : names}
        action={
          <PickFile tone={names === "" ? "primary" : "default"} onFile={onFile}>
            {names === "" ? words.imports.choose : words.imports.addFile}
          </PickFile>
        }
      >
        {needsMigration ? words.imports.chooseMigration : words.imports.chooseHelp}
      </EmptyState>
    </div>
  );
}
