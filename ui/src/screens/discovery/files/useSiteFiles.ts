/** What the files of a site need of the commands: adding them from wherever they come, and their small pictures. */
import { useIsMutating, useMutation, useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { AddedSiteFiles } from "@/bindings/AddedSiteFiles";
import type { DiscoverySection } from "@/bindings/DiscoverySection";
import type { SitePicture } from "@/bindings/SitePicture";
import { notify, notifyError } from "@/components/Toast";
import type { ApiError, FileHandle } from "@/host";
import { call, readQuery } from "@/queries/commands";
import { words } from "@/words";

/** Small pictures asked for at once: a screenful. */
const AT_ONCE = 40;

export interface FilesToAdd {
  siteId: string;
  files: readonly FileHandle[];
  section: DiscoverySection | null;
}

export const taskOf = (siteId: string) => `files of ${siteId}`;

/** Adds files and tells what became of them, whichever screen is shown by then. */
export function useAddSiteFiles() {
  return useMutation<AddedSiteFiles, ApiError, FilesToAdd>({
    mutationKey: ["site_file_add"],
    mutationFn: ({ siteId, files, section }) =>
      call("site_file_add", { siteId, files: files.map(({ id }) => id), section, taskId: taskOf(siteId) }),
    onSuccess: ({ added, refused, isStopped }) => {
      for (const { error } of refused) notifyError(error);
      notify(isStopped ? words.files.stopped(added.length) : words.files.added(added.length));
    },
    onError: notifyError,
  });
}

/** Whether files are being added to a site, by whatever part of the page. */
export function useIsAdding(siteId: string): boolean {
  const isOfSite = (variables: unknown) => (variables as FilesToAdd | undefined)?.siteId === siteId;
  return (
    useIsMutating({
      mutationKey: ["site_file_add"],
      predicate: (mutation) => isOfSite(mutation.state.variables),
    }) > 0
  );
}

/** The small pictures of these files by id. Files come oldest first, so that a new one leaves the earlier ones alone. */
export function useThumbnails(ids: readonly string[]): ReadonlyMap<string, string> {
  const parts = useMemo(() => partsOf(ids), [ids]);
  const answers = useQueries({
    queries: parts.map((part) => readQuery("site_file_thumbnails", { ids: part })),
    combine: (results) => results.map(({ data }) => data),
  });
  return useMemo(() => byId(answers), [answers]);
}

export function partsOf(ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) parts.push(ids.slice(at, at + AT_ONCE));
  return parts;
}

function byId(answers: readonly (readonly SitePicture[] | undefined)[]): ReadonlyMap<string, string> {
  const pictures = answers.flatMap((answer) => answer ?? []);
  return new Map(pictures.map(({ id, dataUrl }) => [id, dataUrl]));
}
