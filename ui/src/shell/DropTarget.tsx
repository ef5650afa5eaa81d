/**
 * Files dropped anywhere: on a site's page they stay with the site, elsewhere spreadsheets go to the import of the
 * migration on screen; what a carrier says of orders is read as such; a workspace is opened.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { FileDown } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { notifyError } from "@/components/Toast";
import { type FileHandle, host } from "@/host";
import { toApiError } from "@/host/error";
import { call } from "@/queries/commands";
import { useAddSiteFiles } from "@/screens/discovery/files/useSiteFiles";
import { withFiles } from "@/screens/import/files";
import { words } from "@/words";
import { DropChoice } from "./DropChoice";
import { type Drop, isMail, isSpreadsheet, ruleOf } from "./dropRules";

type OnSite = Extract<Drop, { to: "site" | "ask" }>;

export function DropTarget() {
  const [hovering, setHovering] = useState(false);
  const [asked, setAsked] = useState<OnSite | null>(null);
  const { siteId } = useParams({ strict: false });
  const { section } = useSearch({ strict: false });
  const onStatusSheet = useLocation({ select: ({ pathname }) => pathname === "/status-sheet" });
  const { open, toImport, toSite, toStatus } = useDestinations();
  const take = useRef((_files: FileHandle[]) => {});
  take.current = (files) => {
    setHovering(false);
    const drop = ruleOf(files, { siteId, section, onStatusSheet });
    if (drop.to === "workspace") open(drop.file);
    else if (drop.to === "import") toImport(drop.files);
    else if (drop.to === "status") toStatus(drop.file);
    else if (drop.to === "site") toSite(drop);
    else if (drop.to === "ask") setAsked(drop);
  };
  useEffect(() => {
    const stops = [host().onFilesHover(setHovering), host().onFilesDropped((files) => take.current(files))];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  const close = () => setAsked(null);
  return (
    <>
      {asked && (
        <DropChoice
          files={asked.files}
          onClose={close}
          onKeep={() => {
            toSite(asked);
            close();
          }}
          onImport={() => {
            const others = asked.files.filter((file) => !isSpreadsheet(file));
            if (others.length > 0) toSite({ ...asked, files: others });
            toImport(asked.files.filter(isSpreadsheet));
            close();
          }}
        />
      )}
      {hovering && <Hint onSite={siteId !== undefined} />}
    </>
  );
}

/** Where files can go from here. */
function useDestinations() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const add = useAddSiteFiles();
  const params = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const migrationId = params.migrationId ?? search.migrationId;
  return {
    open: (file: FileHandle) => {
      const request = { fileId: file.id, recentId: null, password: null };
      call("workspace_open", request).catch((cause) => notifyError(toApiError(cause)));
    },
    toImport: (files: readonly FileHandle[]) => {
      // Onto an import that is under way they come as further files.
      const named = withFiles(search.files ?? [], files);
      // One of them may be there already and has been saved anew since.
      client.invalidateQueries({ queryKey: ["import_open"] });
      navigate({ to: "/import", search: { migrationId, files: named } });
    },
    toStatus: (file: FileHandle) => {
      const mail = isMail(file) ? true : undefined;
      navigate({ to: "/status-sheet", search: { fileId: file.id, mail, migrationId } });
    },
    toSite: ({ siteId, section, files }: OnSite) => {
      add.mutate({ siteId, section, files });
      navigate({ to: "/sites/$siteId", params: { siteId }, search: { section: "files" } });
    },
  };
}

function Hint({ onSite }: { onSite: boolean }) {
  const { title, help } = onSite
    ? { title: words.files.dropTitle, help: words.files.dropHelp }
    : { title: words.shell.dropTitle, help: words.shell.dropHelp };
  return (
    <div className="pointer-events-none fixed inset-0 z-60 grid place-items-center bg-(--scrim) p-8">
      <div className="popup flex flex-col items-center gap-2 border-2! border-accent! border-dashed! px-16 py-12">
        <FileDown aria-hidden className="size-8 text-accent" />
        <p className="font-semibold text-lead">{title}</p>
        <p className="text-muted">{help}</p>
      </div>
    </div>
  );
}
