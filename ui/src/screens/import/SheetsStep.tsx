/** Which sheets of which files are imported, what their rows are, and where their headers stand. */
import { EmptyState } from "@/components/EmptyState";
import { words } from "@/words";
import { type NamedFile, withFiles } from "./files";
import { type StepProps, shownSheet } from "./placement";
import { SheetDetail } from "./SheetDetail";
import { SheetList } from "./SheetList";
import { usePastedCells } from "./usePastedCells";

interface SheetsStepProps extends StepProps {
  files: NamedFile[];
  onFiles: (files: NamedFile[]) => void;
}

export function SheetsStep({ state, place, onPlace, files, onFiles }: SheetsStepProps) {
  const shown = shownSheet(state, place);
  usePastedCells((file) => onFiles(withFiles(files, [file])));
  return (
    <div className="flex min-h-0 flex-1 gap-4">
      <SheetList
        state={state}
        shown={shown}
        onPlace={onPlace}
        onRemove={files.length > 1 ? (file) => onFiles(files.filter(({ id }) => id !== file)) : undefined}
      />
      {shown ? (
        <SheetDetail key={`${shown.file.file} ${shown.summary.name}`} state={state} sheet={shown} />
      ) : (
        <EmptyState title={words.imports.chooseSheet} />
      )}
    </div>
  );
}
