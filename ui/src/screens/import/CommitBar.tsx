/** Commits what was previewed, with progress and a way to stop. */
import { useNavigate } from "@tanstack/react-router";
import { type RefObject, useState } from "react";
import type { ImportPreview } from "@/bindings/ImportPreview";
import { Button } from "@/components/Button";
import { notify, notifyError } from "@/components/Toast";
import { formatCount } from "@/format";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import type { SheetPlace } from "./draft";
import { TaskProgress } from "./TaskProgress";
import type { ImportState } from "./useImport";

interface CommitBarProps {
  state: ImportState;
  preview: ImportPreview;
  buttonRef: RefObject<HTMLButtonElement | null>;
  /** Leads to the sheet that waits for a decision. */
  onDecide: (place: SheetPlace) => void;
}

export function CommitBar({ state, preview, buttonRef, onDecide }: CommitBarProps) {
  const [taskId, setTaskId] = useState<string | null>(null);
  const { commit } = state;
  const navigate = useNavigate();
  const mayChange = useMayChange();
  const { counts, fingerprint } = preview;
  const toStore = counts.inserted + counts.updated;
  const waiting = preview.sheets.find(({ problem }) => problem !== null);

  function start() {
    const id = crypto.randomUUID();
    setTaskId(id);
    commit.mutate(
      { choices: state.choices, fingerprint, taskId: id },
      {
        onSuccess: (batch) => {
          notify(words.imports.done(formatCount(batch.inserted), formatCount(batch.updated)));
          const params = { migrationId: batch.migrationId, batchId: batch.id };
          navigate({ to: "/migrations/$migrationId/imports/$batchId", params });
        },
        onError: (error) => {
          if (error.code === "cancelled") notify(words.imports.stopped);
          else notifyError(error);
          if (error.code === "conflict") state.refresh();
        },
      },
    );
  }

  if (commit.isPending && taskId) return <TaskProgress label={words.imports.committing} taskId={taskId} />;
  if (waiting) {
    return (
      <>
        <span className="text-danger">{words.imports.decide(waiting.sheet)}</span>
        <Button ref={buttonRef} tone="primary" onClick={() => onDecide(waiting)}>
          {words.imports.goThere}
        </Button>
      </>
    );
  }
  const profiles = state.sheets.flatMap(({ include, saveProfileAs }) =>
    include && saveProfileAs ? [words.imports.savesProfile(saveProfileAs)] : [],
  );
  const summary = [
    words.imports.summary(formatCount(counts.inserted), formatCount(counts.updated)),
    words.imports.rejectedCount(formatCount(counts.rejected)),
  ].join(", ");
  return (
    <>
      <span className="min-w-0 truncate text-muted">
        {toStore === 0 ? words.imports.nothing : [summary, ...profiles].join(" · ")}
      </span>
      <Button
        ref={buttonRef}
        tone="primary"
        disabled={toStore === 0 || !mayChange || state.isFetching}
        onClick={start}
      >
        {words.imports.commitCount(formatCount(toStore))}
      </Button>
    </>
  );
}
