/** The open workspace: what it is, another one, a backup. */
import { Database, FolderOpen, Plus, Save } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/Button";
import { Dialog, DialogBody } from "@/components/Dialog";
import { Section } from "@/components/Page";
import { Facts } from "@/components/SidePanel";
import { notify, notifyError } from "@/components/Toast";
import { formatBytes, formatInstant } from "@/format";
import { type FileHandle, host } from "@/host";
import { toApiError } from "@/host/error";
import { useWrite } from "@/queries/commands";
import { useOpenSession } from "@/queries/session";
import { NewWorkspaceForm } from "@/screens/welcome/NewWorkspaceForm";
import { ConnectDialog } from "@/screens/workspace/ConnectDialog";
import { RecentWorkspaces } from "@/screens/workspace/RecentWorkspaces";
import { useOpenFile } from "@/screens/workspace/useOpenFile";
import { labels, words } from "@/words";

export function WorkspaceSection() {
  const { workspace, applicationVersion, recent } = useOpenSession();
  const [connecting, setConnecting] = useState(false);
  const [newFile, setNewFile] = useState<FileHandle | null>(null);
  const { openFile, busy } = useOpenFile();
  async function chooseNew() {
    try {
      setNewFile(await host().pickSave("workspace", "workspace.portflow"));
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  return (
    <Section title={words.settings.workspace}>
      <div className="flex flex-col gap-4">
        <Facts
          columns={4}
          facts={[
            { label: words.settings.label, value: workspace.label },
            { label: words.settings.kind, value: labels.workspaceKind[workspace.kind] },
            { label: words.settings.created, value: formatInstant(workspace.createdAt) },
            { label: words.settings.keys, value: workspace.keyStorage },
            { label: words.settings.version, value: applicationVersion },
          ]}
        />
        <div className="flex flex-wrap gap-2">
          <Button icon={FolderOpen} onClick={openFile} busy={busy}>
            {words.settings.open}
          </Button>
          <Button icon={Database} onClick={() => setConnecting(true)}>
            {words.settings.connect}
          </Button>
          <Button icon={Plus} onClick={chooseNew}>
            {words.settings.new}
          </Button>
          {workspace.kind === "local_file" && <BackupButton />}
        </div>
        <div className="max-w-lg">
          <RecentWorkspaces recent={recent} />
        </div>
      </div>
      {connecting && <ConnectDialog onClose={() => setConnecting(false)} />}
      {newFile && (
        <Dialog open onClose={() => setNewFile(null)} title={words.settings.new} description={newFile.name}>
          <DialogBody>
            <NewWorkspaceForm fileId={newFile.id} onDone={() => setNewFile(null)} />
          </DialogBody>
        </Dialog>
      )}
    </Section>
  );
}

function BackupButton() {
  const backup = useWrite("workspace_backup");
  async function save() {
    try {
      const file = await host().pickSave("backup", "portflow-backup.portflow");
      if (!file) return;
      const saved = await backup.mutateAsync({ fileId: file.id });
      notify(words.settings.backedUp(saved.fileName, formatBytes(saved.size)));
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  return (
    <Button icon={Save} onClick={save} busy={backup.isPending}>
      {words.settings.backup}
    </Button>
  );
}
