/** Writes the documents of every open order into a folder. */
import { FolderOutput } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/Button";
import { Dialog, DialogActions, DialogBody } from "@/components/Dialog";
import { notify, notifyError } from "@/components/Toast";
import { host } from "@/host";
import { toApiError } from "@/host/error";
import { useWrite } from "@/queries/commands";
import { TaskProgress } from "@/screens/import/TaskProgress";
import { words } from "@/words";

const TASK = "exporting orders";

export function ExportOrders({ migrationId = null }: { migrationId?: string | null }) {
  const exporting = useWrite("port_orders_export");
  const cancel = useWrite("task_cancel");
  const [taken, setTaken] = useState<{ folderId: string; message: string } | null>(null);

  async function write(folderId: string, overwrite: boolean) {
    setTaken(null);
    try {
      const request = { migrationId, customerId: null, kinds: [], folderId, overwrite, taskId: TASK };
      const written = await exporting.mutateAsync(request);
      notify(words.orderDocuments.exportedAll(written.files.length, written.orders));
    } catch (cause) {
      const error = toApiError(cause);
      if (error.field === "overwrite") setTaken({ folderId, message: error.message });
      else notifyError(error);
    }
  }

  async function choose() {
    try {
      const folder = await host().pickOpen("folder");
      if (folder) await write(folder.id, false);
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }

  return (
    <>
      <Button icon={FolderOutput} onClick={choose} busy={exporting.isPending} title={words.orders.exportHelp}>
        {words.orderDocuments.exportAll}
      </Button>
      {exporting.isPending && (
        <Dialog open onClose={() => cancel.mutate({ taskId: TASK })} title={words.orderDocuments.exporting}>
          <DialogBody>
            <TaskProgress label={words.orderDocuments.exporting} taskId={TASK} />
          </DialogBody>
        </Dialog>
      )}
      {taken && (
        <Dialog open onClose={() => setTaken(null)} title={words.orderDocuments.replaceTitle}>
          <DialogBody>
            <p>{taken.message}</p>
          </DialogBody>
          <DialogActions>
            <Button onClick={() => setTaken(null)}>{words.common.cancel}</Button>
            <Button tone="danger" onClick={() => write(taken.folderId, true)}>
              {words.orderDocuments.replace}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}
