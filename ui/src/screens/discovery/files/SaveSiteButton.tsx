/** Saves a whole site as a workspace file that a colleague can open. */
import { FileOutput } from "lucide-react";
import type { Site } from "@/bindings/Site";
import { Button } from "@/components/Button";
import { Dialog, DialogBody } from "@/components/Dialog";
import { notify, notifyError } from "@/components/Toast";
import { formatBytes } from "@/format";
import { host } from "@/host";
import { toApiError } from "@/host/error";
import { useWrite } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { TaskProgress } from "@/screens/import/TaskProgress";
import { words } from "@/words";

export function SaveSiteButton({ site }: { site: Site }) {
  const saving = useWrite("workspace_save_site");
  const cancel = useWrite("task_cancel");
  const mayChange = useMayChange();
  if (!mayChange) return null;
  const taskId = `saving ${site.id}`;
  async function save() {
    try {
      const file = await host().pickSave("site", `${site.name}.portflow`);
      if (!file) return;
      const saved = await saving.mutateAsync({ siteId: site.id, fileId: file.id, taskId });
      const told = [
        words.siteFile.saved(saved.file.fileName, formatBytes(saved.file.size)),
        saved.secretsLeftOut > 0 && words.siteFile.secrets(saved.secretsLeftOut),
        saved.documentsLeftOut > 0 && words.siteFile.documents(saved.documentsLeftOut),
      ];
      notify(told.filter(Boolean).join(". "));
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  return (
    <>
      <Button icon={FileOutput} onClick={save} busy={saving.isPending}>
        {words.siteFile.save}
      </Button>
      {saving.isPending && (
        <Dialog
          open
          onClose={() => cancel.mutate({ taskId })}
          title={words.siteFile.saving}
          description={site.name}
        >
          <DialogBody>
            <TaskProgress label={words.siteFile.saving} taskId={taskId} />
          </DialogBody>
        </Dialog>
      )}
    </>
  );
}
