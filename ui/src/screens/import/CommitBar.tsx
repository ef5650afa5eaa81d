/** Commits what was previewed, with progress and a way to stop. */
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { ImportChoices } from "@/bindings/ImportChoices";
import type { ImportPreview } from "@/bindings/ImportPreview";
import { Button } from "@/components/Button";
import { Progress } from "@/components/Progress";
import { notify, notifyError } from "@/components/Toast";
import { formatCount } from "@/format";
import { useWrite } from "@/queries/commands";
import { useProgress } from "@/queries/progress";
import { words } from "@/words";

interface CommitBarProps {
  preview: ImportPreview;
  choices: ImportChoices;
  /** The data changed since the preview. */
  onStale: () => void;
}

export function CommitBar({ preview, choices, onStale }: CommitBarProps) {
  const [taskId, setTaskId] = useState<string | null>(null);
  const commit = useWrite("import_commit");
  const cancel = useWrite("task_cancel");
  const progress = useProgress(taskId);
  const navigate = useNavigate();
  const { counts, fingerprint } = preview;
  const toStore = counts.inserted + counts.updated;

  function start() {
    const id = crypto.randomUUID();
    setTaskId(id);
    commit.mutate(
      { choices, fingerprint, taskId: id },
      {
        onSuccess: (batch) => {
          notify(words.imports.done(formatCount(batch.inserted), formatCount(batch.updated)));
          const params = { migrationId: batch.migrationId, batchId: batch.id };
          navigate({ to: "/migrations/$migrationId/imports/$batchId", params });
        },
        onError: (error) => {
          notifyError(error);
          if (error.code === "conflict") onStale();
        },
      },
    );
  }

  if (commit.isPending && taskId) {
    return (
      <div className="flex w-96 items-end gap-3">
        <div className="flex-1">
          <Progress
            label={words.imports.committing}
            done={progress?.done ?? 0}
            total={progress?.total ?? null}
          />
        </div>
        <Button onClick={() => cancel.mutate({ taskId })} busy={cancel.isPending}>
          {words.imports.stop}
        </Button>
      </div>
    );
  }
  return (
    <>
      {toStore === 0 && <span className="text-muted">{words.imports.nothing}</span>}
      <Button tone="primary" disabled={toStore === 0} onClick={start}>
        {words.imports.commitCount(formatCount(toStore))}
      </Button>
    </>
  );
}
