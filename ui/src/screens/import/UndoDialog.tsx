/** Takes an import back: first what goes and what stays and why, then the deed with progress. */
import { useState } from "react";
import type { ImportBatch } from "@/bindings/ImportBatch";
import type { ImportUndo } from "@/bindings/ImportUndo";
import { Button } from "@/components/Button";
import { Dialog, DialogActions, DialogBody } from "@/components/Dialog";
import { ErrorNotice } from "@/components/ErrorNotice";
import { Answer } from "@/components/Query";
import { notify } from "@/components/Toast";
import { useRead, useWrite } from "@/queries/commands";
import { words } from "@/words";
import { TaskProgress } from "./TaskProgress";
import { UndoPreview } from "./UndoPreview";

export function UndoDialog({ batch, onClose }: { batch: ImportBatch; onClose: () => void }) {
  const preview = useRead("import_undo_preview", { id: batch.id });
  const undo = useWrite("import_undo");
  const [taskId, setTaskId] = useState("");
  const isRunning = undo.isPending;

  function start({ fingerprint }: ImportUndo) {
    const id = crypto.randomUUID();
    setTaskId(id);
    undo.mutate(
      { id: batch.id, fingerprint, taskId: id },
      {
        onSuccess: () => {
          notify(words.imports.undone);
          onClose();
        },
        onError: ({ code }) => code === "conflict" && preview.refetch(),
      },
    );
  }

  return (
    <Dialog
      open
      onClose={() => !isRunning && onClose()}
      title={words.imports.undoTitle}
      description={words.imports.undoHelp}
      width={640}
    >
      <DialogBody>
        {undo.error && <ErrorNotice error={undo.error} />}
        <Answer of={preview}>{(found) => <UndoPreview undo={found} />}</Answer>
      </DialogBody>
      <DialogActions>
        {isRunning ? (
          <TaskProgress label={words.imports.undoing} taskId={taskId} />
        ) : (
          <>
            <Button onClick={onClose}>{words.common.cancel}</Button>
            <Button
              tone="danger"
              disabled={!preview.data || !goesBack(preview.data)}
              onClick={() => preview.data && start(preview.data)}
            >
              {words.imports.undoAction}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}

/** An import of which everything stays is only marked as undone when something of it goes back. */
function goesBack({ byEntity, batch }: ImportUndo): boolean {
  const isEmpty = batch.inserted + batch.updated === 0;
  return isEmpty || byEntity.some(({ removed, restored }) => removed + restored > 0);
}
