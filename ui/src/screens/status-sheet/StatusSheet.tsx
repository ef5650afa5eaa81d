/** A carrier's status export: what it means for each order, confirmed once. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FileSpreadsheet } from "lucide-react";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { PickFile } from "@/screens/import/PickFile";
import { words } from "@/words";
import { StatusSheetReview } from "./StatusSheetReview";

export function StatusSheet() {
  const { fileId, migrationId } = useSearch({ from: "/status-sheet" });
  const navigate = useNavigate();
  const open = (files: { id: string }[]) =>
    navigate({ to: "/status-sheet", search: { fileId: files[0]?.id, migrationId } });
  return (
    <Page
      title={words.statusSheet.title}
      actions={fileId && <PickFile onFiles={open}>{words.statusSheet.choose}</PickFile>}
    >
      {fileId ? (
        <StatusSheetReview
          key={fileId}
          fileId={fileId}
          migrationId={migrationId ?? null}
          onDone={() => navigate({ to: "/orders", search: {} })}
        />
      ) : (
        <div className="panel">
          <EmptyState
            icon={FileSpreadsheet}
            title={words.statusSheet.noFile}
            action={
              <PickFile tone="primary" onFiles={open}>
                {words.statusSheet.choose}
              </PickFile>
            }
          >
            {words.statusSheet.noFileHelp}
          </EmptyState>
        </div>
      )}
    </Page>
  );
}
