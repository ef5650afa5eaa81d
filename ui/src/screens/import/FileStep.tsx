/** No file yet, or no migration: choose some, drop some, or paste cells. A discovery workbook needs no migration. */
import { useQuery } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import { EmptyState } from "@/components/EmptyState";
import { readQuery } from "@/queries/commands";
import { words } from "@/words";
import type { NamedFile } from "./files";
import { PickFile } from "./PickFile";
import { DiscoveryWorkbooks } from "./RefusedFiles";
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
  const request = { files: files.map(({ id }) => id), migrationId: null, country: null };
  const opened = useQuery({ ...readQuery("import_open", request), enabled: files.length > 0, gcTime: 0 });
  return (
    <div className="panel flex flex-col">
      {opened.data && <DiscoveryWorkbooks opened={opened.data} />}
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
