/** Files and photos of a site: a gallery, the other files, and ways to add more. */
import { Images, Plus } from "lucide-react";
import { useMemo, useState } from "react";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import type { SiteFile } from "@/bindings/SiteFile";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Section } from "@/components/Page";
import { Answer } from "@/components/Query";
import { notifyError } from "@/components/Toast";
import { formatBytes } from "@/format";
import { host } from "@/host";
import { toApiError } from "@/host/error";
import { useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { TaskProgress } from "@/screens/import/TaskProgress";
import { words } from "@/words";
import { FileTable } from "./FileTable";
import { Gallery } from "./Gallery";
import { PhotoViewer } from "./PhotoViewer";
import { useFileActions } from "./useFileActions";
import { taskOf, useAddSiteFiles, useIsAdding, useThumbnails } from "./useSiteFiles";

export function SiteFiles({ discovery }: { discovery: SiteDiscovery }) {
  const siteId = discovery.site.id;
  const files = useRead("site_file_list", { id: siteId });
  const isAdding = useIsAdding(siteId);
  return (
    <div className="flex flex-col gap-4">
      <header className="flex min-h-8 flex-wrap items-center gap-3">
        <h2 className="text-lead leading-6">{words.files.title}</h2>
        <p className="flex-1 text-muted">{files.data && held(files.data)}</p>
        {isAdding && <TaskProgress label={words.files.adding} taskId={taskOf(siteId)} />}
        <AddButton siteId={siteId} disabled={isAdding} />
      </header>
      <Answer of={files}>{(known) => <Kept files={known} />}</Answer>
    </div>
  );
}

function held(files: readonly SiteFile[]): string {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return files.length === 0 ? "" : words.files.held(files.length, formatBytes(size));
}

function AddButton({ siteId, disabled }: { siteId: string; disabled: boolean }) {
  const add = useAddSiteFiles();
  const mayChange = useMayChange();
  if (!mayChange) return null;
  async function choose() {
    try {
      const files = await host().pickSeveral("document");
      if (files.length > 0) add.mutate({ siteId, files, section: null });
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  return (
    <Button tone="primary" icon={Plus} onClick={choose} disabled={disabled}>
      {words.files.add}
    </Button>
  );
}

function Kept({ files }: { files: SiteFile[] }) {
  const { actions, dialog } = useFileActions();
  const [shown, setShown] = useState<string | null>(null);
  const photos = useMemo(() => files.filter(({ kind }) => kind === "photo"), [files]);
  const others = files.filter(({ kind }) => kind !== "photo");
  const pictured = useMemo(
    () => photos.filter(({ hasThumbnail }) => hasThumbnail).map(({ id }) => id),
    [photos],
  );
  const thumbnails = useThumbnails(pictured);
  const photo = photos.find(({ id }) => id === shown);
  const show = ({ id }: SiteFile) => setShown(id);
  if (files.length === 0) {
    return (
      <EmptyState icon={Images} title={words.files.empty}>
        {words.files.emptyHelp}
      </EmptyState>
    );
  }
  return (
    <>
      {photos.length > 0 && (
        <Section title={words.files.photos}>
          <Gallery photos={photos} thumbnails={thumbnails} actions={actions} onShow={show} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={words.files.others} flush>
          <FileTable files={others} actions={actions} />
        </Section>
      )}
      {photo ? (
        <PhotoViewer
          photos={photos}
          photo={photo}
          thumbnails={thumbnails}
          actions={actions}
          onShow={show}
          onClose={() => setShown(null)}
        >
          {dialog}
        </PhotoViewer>
      ) : (
        dialog
      )}
    </>
  );
}
