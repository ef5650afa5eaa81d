/** Spreadsheets were dropped on a site: are they to be imported, or kept as they are? */
import { Button } from "@/components/Button";
import { Dialog, DialogActions } from "@/components/Dialog";
import type { FileHandle } from "@/host";
import { words } from "@/words";
import { isSpreadsheet } from "./dropRules";

interface DropChoiceProps {
  files: readonly FileHandle[];
  onImport: () => void;
  onKeep: () => void;
  onClose: () => void;
}

export function DropChoice({ files, onImport, onKeep, onClose }: DropChoiceProps) {
  const names = files.filter(isSpreadsheet).map(({ name }) => name);
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.files.choiceTitle}
      description={words.files.choiceHelp(names.join(", "))}
    >
      <DialogActions>
        <Button onClick={onImport}>{words.files.choiceImport}</Button>
        <Button tone="primary" onClick={onKeep}>
          {words.files.choiceKeep}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
