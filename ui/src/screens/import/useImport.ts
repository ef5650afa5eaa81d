/** The state of an import: what is in the files, what was chosen, and what committing would do. */
import { keepPreviousData, type UseMutationResult, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { CommitImport } from "@/bindings/CommitImport";
import type { ImportBatch } from "@/bindings/ImportBatch";
import type { ImportChoices } from "@/bindings/ImportChoices";
import type { ImportPreview } from "@/bindings/ImportPreview";
import type { OpenedImport } from "@/bindings/OpenedImport";
import type { SheetChoices } from "@/bindings/SheetChoices";
import type { ApiError } from "@/host";
import { readQuery } from "@/queries/commands";
import {
  asChosen,
  choose,
  type Draft,
  type DraftStep,
  FIRST_DRAFT,
  suggestedSheets,
  toChoices,
} from "./draft";

export interface ImportState {
  opened: OpenedImport;
  choices: ImportChoices;
  /** Every sheet of every file with what was chosen for it so far. */
  sheets: SheetChoices[];
  /** Of the choices before while that of the present ones is on its way. */
  preview: ImportPreview | undefined;
  error: ApiError | null;
  isFetching: boolean;
  edits: Draft["edits"];
  commit: Commit;
  /** The review is about to go and follows no change any more. */
  isCommitting: boolean;
  take: (step: DraftStep) => void;
  refresh: () => void;
}

export type Commit = UseMutationResult<ImportBatch, ApiError, CommitImport>;

/** Whether the import is being committed or has been; a commit that failed leaves it as it was. */
export function isUnderWay({ isPending, isSuccess }: Commit): boolean {
  return isPending || isSuccess;
}

export function useImport(opened: OpenedImport, migrationId: string, commit: Commit): ImportState {
  const [draft, setDraft] = useState(FIRST_DRAFT);
  const choices = useMemo(() => toChoices(draft, opened, migrationId), [draft, opened, migrationId]);
  // What is stored may change while somebody looks: the review is asked for anew rather than taken from before.
  // Not the one that is being committed, though: planning it against its own rows would only hold the commit up.
  const isCommitting = isUnderWay(commit);
  const preview = useQuery<ImportPreview, ApiError>({
    ...readQuery("import_preview", choices),
    enabled: !isCommitting,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const { data } = preview;
  const shown = useMemo(() => data && asChosen(data, choices), [data, choices]);
  const sheets = useMemo(() => choices.sheets ?? suggestedSheets(opened, data), [choices, opened, data]);
  const before = (draft: Draft) =>
    toChoices(draft, opened, migrationId).sheets ?? suggestedSheets(opened, data);
  return {
    opened,
    choices,
    sheets,
    preview: shown,
    error: preview.error,
    isFetching: preview.isFetching,
    edits: draft.edits,
    commit,
    isCommitting,
    take: (step) => setDraft((draft) => choose(draft, step, before(draft))),
    refresh: () => void preview.refetch(),
  };
}
