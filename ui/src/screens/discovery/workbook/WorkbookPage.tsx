/** The workbook of a site that came back: what it changes, decided row by row and stored at once. */
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { FileSpreadsheet, FolderOpen, Save } from "lucide-react";
import type { Site } from "@/bindings/Site";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { Answer } from "@/components/Query";
import { useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import { useWorkbookExport, useWorkbookReading } from "./useWorkbook";
import { WorkbookReview } from "./WorkbookReview";

export function WorkbookPage() {
  const { siteId } = useParams({ from: "/sites/$siteId/workbook" });
  const { fileId } = useSearch({ from: "/sites/$siteId/workbook" });
  const navigate = useNavigate();
  const discovery = useRead("site_discovery", { id: siteId });
  const readBook = useWorkbookReading(siteId);
  return (
    <Answer of={discovery}>
      {({ site }) => (
        <div className="discovery h-full overflow-auto">
          <Page
            title={words.discovery.workbook.title(site.name)}
            context={
              <Link to="/sites/$siteId" params={{ siteId }}>
                {words.discovery.openOf(site.name)}
              </Link>
            }
            actions={
              fileId && (
                <Button icon={FolderOpen} onClick={readBook}>
                  {words.discovery.workbook.readOther}
                </Button>
              )
            }
          >
            {fileId ? (
              <WorkbookReview
                key={fileId}
                siteId={siteId}
                fileId={fileId}
                onDone={() => navigate({ to: "/sites/$siteId", params: { siteId } })}
              />
            ) : (
              <NoFile site={site} onRead={readBook} />
            )}
          </Page>
        </div>
      )}
    </Answer>
  );
}

function NoFile({ site, onRead }: { site: Site; onRead: () => void }) {
  const { exportBook, isExporting } = useWorkbookExport(site);
  const mayChange = useMayChange();
  return (
    <div className="panel">
      <EmptyState
        icon={FileSpreadsheet}
        title={words.discovery.workbook.noFile}
        action={
          <>
            {mayChange && (
              <Button icon={Save} onClick={exportBook} busy={isExporting}>
                {words.discovery.workbook.export}
              </Button>
            )}
            <Button tone="primary" icon={FolderOpen} onClick={onRead}>
              {words.discovery.workbook.read}
            </Button>
          </>
        }
      >
        {words.discovery.workbook.noFileHelp}
      </EmptyState>
    </div>
  );
}
