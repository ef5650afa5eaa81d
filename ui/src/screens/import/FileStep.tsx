/** No file yet: choose some, drop some, or paste cells. */
import { FileUp } from "lucide-react";
import { EmptyState } from "@/components/EmptyState";
import { words } from "@/words";
import type { NamedFile } from "./files";
import { PickFile } from "./PickFile";
import { usePastedCells } from "./usePastedCells";

interface FileStepProps {
  needsMigration: boolean;
  /** Files that wait for the choice of their migration. */
  files: NamedFile[];
  onFiles: (files: NamedFile[]) => void;
}

export function FileStep({ needsMigration, files, onFiles }: FileStepProps) {
  usePastedCells((file) => onFiles([file]));
  const names = files.map(({ name }) => name).join(", ");
  return (
    <div className="panel">
      <EmptyState
        icon={FileUp}
        title={names === "" ? words.imports.chooseTitle : names}
        action={
          <PickFile tone={names === "" ? "primary" : "default"} several onFiles={onFiles}>
            {names === "" ? words.imports.choose : words.imports.addFile}
          </PickFile>
        }
      >
        {needsMigration ? words.imports.chooseMigration : words.imports.chooseHelp}
      </EmptyState>
    </div>
  );
}
