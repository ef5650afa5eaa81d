/** Files that cannot be imported, each with what it is and what to do; the others go on. */
import { CircleAlert } from "lucide-react";
import type { RefusedFile } from "@/bindings/RefusedFile";
import { Button } from "@/components/Button";
import { formatCount } from "@/format";
import { words } from "@/words";
import type { NamedFile } from "./files";

interface RefusedFilesProps {
  files: NamedFile[];
  refused: RefusedFile[];
  onFiles: (files: NamedFile[]) => void;
}

export function RefusedFiles({ files, refused, onFiles }: RefusedFilesProps) {
  if (refused.length === 0) return null;
  const others = files.filter(({ id }) => !refused.some(({ file }) => file === id));
  return (
    <div role="alert" className="flex items-start gap-2 rounded-md bg-danger-bg px-3 py-2 text-danger">
      <CircleAlert aria-hidden className="mt-0.5 size-4 flex-none" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          {words.imports.refusedTitle(formatCount(refused.length))} {words.imports.refusedRest}
        </p>
        <ul>
          {refused.map(({ file, error }) => (
            <li key={file}>{[error.message, ...error.hints].join(" ")}</li>
          ))}
        </ul>
      </div>
      <Button onClick={() => onFiles(others)}>{words.common.close}</Button>
    </div>
  );
}
