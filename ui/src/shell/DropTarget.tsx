/** Files dropped anywhere: spreadsheets go to the import of the migration on screen, a workspace is opened. */
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { FileDown } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { notifyError } from "@/components/Toast";
import { type FileHandle, host } from "@/host";
import { toApiError } from "@/host/error";
import { call } from "@/queries/commands";
import { withFiles } from "@/screens/import/files";
import { words } from "@/words";

export function DropTarget() {
  const [hovering, setHovering] = useState(false);
  const navigate = useNavigate();
  const client = useQueryClient();
  const params = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const migrationId = params.migrationId ?? search.migrationId;
  const take = useRef((_files: FileHandle[]) => {});
  take.current = (files) => {
    setHovering(false);
    const workspace = files.find(({ name }) => name.toLowerCase().endsWith(".portflow"));
    if (workspace) {
      const request = { fileId: workspace.id, recentId: null, password: null };
      call("workspace_open", request).catch((cause) => notifyError(toApiError(cause)));
    } else if (files.length > 0) {
      // Onto an import that is under way they come as further files.
      const named = withFiles(search.files ?? [], files);
      // One of them may be there already and has been saved anew since.
      client.invalidateQueries({ queryKey: ["import_open"] });
      navigate({ to: "/import", search: { migrationId, files: named } });
    }
  };
  useEffect(() => {
    const stops = [host().onFilesHover(setHovering), host().onFilesDropped((files) => take.current(files))];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  if (!hovering) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-60 grid place-items-center bg-(--scrim) p-8">
      <div className="popup flex flex-col items-center gap-2 border-2! border-accent! border-dashed! px-16 py-12">
        <FileDown aria-hidden className="size-8 text-accent" />
        <p className="font-semibold text-lead">{words.shell.dropTitle}</p>
        <p className="text-muted">{words.shell.dropHelp}</p>
      </div>
    </div>
  );
}
