/**
 * What is in the files, read anew whenever they are opened: somebody may have saved them in between. A commit ends the
 * import, so that its changes are no reason to read large files once more.
 */
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import type { OpenedImport } from "@/bindings/OpenedImport";
import type { ApiError } from "@/host";
import { readQuery } from "@/queries/commands";
import type { NamedFile } from "./files";
import { type Commit, isUnderWay } from "./useImport";

/** What was made of the files as they were before. */
const MADE_OF_FILES = ["import_preview", "import_rows"];

export function useOpenedFiles(files: NamedFile[], migrationId: string, commit: Commit) {
  const client = useQueryClient();
  const request = { files: files.map(({ id }) => id), migrationId, country: null };
  const { queryKey, queryFn } = readQuery("import_open", request);
  return useQuery<OpenedImport, ApiError>({
    queryKey,
    queryFn: async () => {
      const opened = await queryFn();
      client.invalidateQueries({ predicate: ({ queryKey }) => MADE_OF_FILES.includes(String(queryKey[0])) });
      return opened;
    },
    enabled: !isUnderWay(commit),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
