/** Workspaces opened before. A shared one asks for its password, which is never kept in this list. */
import { Database, HardDrive } from "lucide-react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { RecentWorkspace } from "@/bindings/RecentWorkspace";
import { TextField } from "@/components/Field";
import { FormDialog, orNull } from "@/components/FormDialog";
import { notifyError } from "@/components/Toast";
import { toApiError } from "@/host/error";
import { useWrite } from "@/queries/commands";
import { words } from "@/words";

export function RecentWorkspaces({ recent }: { recent: RecentWorkspace[] }) {
  const [asked, setAsked] = useState<RecentWorkspace | null>(null);
  const open = useWrite("workspace_open");
  if (recent.length === 0) return null;
  function choose(workspace: RecentWorkspace) {
    if (workspace.kind === "shared_postgres") setAsked(workspace);
    else {
      open
        .mutateAsync({ fileId: null, recentId: workspace.id, password: null })
        .catch((cause) => notifyError(toApiError(cause)));
    }
  }
  return (
    <div>
      <h2 className="mb-1">{words.welcome.recent}</h2>
      <ul className="panel divide-y divide-line">
        {recent.map((workspace) => {
          const Icon = workspace.kind === "shared_postgres" ? Database : HardDrive;
          return (
            <li key={workspace.id}>
              <button
                type="button"
                className="flex h-8 w-full items-center gap-2 px-3 text-left hover:bg-raised"
                onClick={() => choose(workspace)}
              >
                <Icon aria-hidden className="size-4 text-muted" />
                <span className="truncate">{workspace.label}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {asked && <PasswordDialog workspace={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

function PasswordDialog({ workspace, onClose }: { workspace: RecentWorkspace; onClose: () => void }) {
  const form = useForm({ defaultValues: { password: "" } });
  const open = useWrite("workspace_open");
  return (
    <FormDialog
      title={words.connect.passwordFor(workspace.label)}
      submitLabel={words.connect.action}
      form={form}
      onClose={onClose}
      onSubmit={({ password }) =>
        open.mutateAsync({ fileId: null, recentId: workspace.id, password: orNull(password) })
      }
    >
      <TextField label={words.connect.password} type="password" {...form.register("password")} />
    </FormDialog>
  );
}
