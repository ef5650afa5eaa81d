/** What a carrier says of orders, as a status export or an e-mail: what follows for each, confirmed once. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FileSpreadsheet } from "lucide-react";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { PickFile } from "@/screens/import/PickFile";
import { isMail } from "@/shell/dropRules";
import { words } from "@/words";
import { PasteText } from "./PasteText";
import { StatusSheetReview } from "./StatusSheetReview";
import { usePastedText } from "./usePastedText";

export interface Told {
  id: string;
  name: string;
  /** Whether it is the text of an e-mail; by its name where nobody says. */
  mail?: boolean;
}

export function StatusSheet() {
  const { fileId, mail, migrationId } = useSearch({ from: "/status-sheet" });
  const navigate = useNavigate();
  const open = (file: Told | undefined) => {
    const asMail = file && (file.mail ?? isMail(file)) ? true : undefined;
    navigate({ to: "/status-sheet", search: { fileId: file?.id, mail: asMail, migrationId } });
  };
  const readText = usePastedText(open);
  return (
    <Page
      title={words.statusSheet.title}
      actions={fileId && <PickFile onFiles={([file]) => open(file)}>{words.statusSheet.choose}</PickFile>}
    >
      {fileId ? (
        <StatusSheetReview
          key={fileId}
          fileId={fileId}
          isMail={mail === true}
          migrationId={migrationId ?? null}
          onDone={() => navigate({ to: "/orders", search: {} })}
        />
      ) : (
        <>
          <div className="panel">
            <EmptyState
              icon={FileSpreadsheet}
              title={words.statusSheet.noFile}
              action={
                <PickFile tone="primary" onFiles={([file]) => open(file)}>
                  {words.statusSheet.choose}
                </PickFile>
              }
            >
              {words.statusSheet.noFileHelp}
            </EmptyState>
          </div>
          <PasteText onRead={readText} />
        </>
      )}
    </Page>
  );
}
