/**
 * Files that cannot be imported, each with what it is and what to do; the others go on. The discovery workbook of a site
 * leads to where it is read back.
 */
import { Link } from "@tanstack/react-router";
import { CircleAlert, FileSpreadsheet } from "lucide-react";
import type { OpenedImport } from "@/bindings/OpenedImport";
import type { RefusedFile } from "@/bindings/RefusedFile";
import { Button } from "@/components/Button";
import { formatCount } from "@/format";
import { words } from "@/words";
import type { NamedFile } from "./files";

interface RefusedFilesProps {
  files: NamedFile[];
  opened: OpenedImport;
  onFiles: (files: NamedFile[]) => void;
}

export function RefusedFiles({ files, opened, onFiles }: RefusedFilesProps) {
  const { refused, discoveryWorkbooks } = opened;
  const others = files.filter(({ id }) => !refused.some(({ file }) => file === id));
  return (
    <>
      <DiscoveryWorkbooks opened={opened} />
      <Refusals
        refused={refused.filter(({ file }) => !discoveryWorkbooks.some((book) => book.file === file))}
        goOn={opened.files.length > 0}
        onClose={() => onFiles(others)}
      />
    </>
  );
}

export function DiscoveryWorkbooks({ opened }: { opened: OpenedImport }) {
  return opened.discoveryWorkbooks.map(({ file, siteId }) => (
    <div
      key={file}
      role="alert"
      className="flex items-center gap-2 rounded-md bg-info-bg px-3 py-2 text-info"
    >
      <FileSpreadsheet aria-hidden className="size-4 flex-none" />
      <p className="wrap-anywhere min-w-0 flex-1">
        {opened.refused.find((refused) => refused.file === file)?.error.message}
      </p>
      <Link
        to="/sites/$siteId/workbook"
        params={{ siteId }}
        search={{ fileId: file }}
        className="button button-primary"
      >
        {words.imports.readAtSite}
      </Link>
    </div>
  ));
}

interface RefusalsProps {
  refused: RefusedFile[];
  /** There are others, which can be imported. */
  goOn: boolean;
  onClose: () => void;
}

function Refusals({ refused, goOn, onClose }: RefusalsProps) {
  if (refused.length === 0) return null;
  return (
    <div role="alert" className="flex items-start gap-2 rounded-md bg-danger-bg px-3 py-2 text-danger">
      <CircleAlert aria-hidden className="mt-0.5 size-4 flex-none" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          {words.imports.refusedTitle(formatCount(refused.length))} {goOn && words.imports.refusedRest}
        </p>
        <ul>
          {refused.map(({ file, error }) => (
            <li key={file}>{[error.message, ...error.hints].join(" ")}</li>
          ))}
        </ul>
      </div>
      {goOn && <Button onClick={onClose}>{words.common.close}</Button>}
    </div>
  );
}
