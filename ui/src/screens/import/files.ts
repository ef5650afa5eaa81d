/** The files of an import as the address of the wizard carries them. Pure. */
export interface NamedFile {
  id: string;
  name: string;
}

/** Addresses are typed by hand, too: what does not fit is left out. */
export function parseFiles(search: unknown): NamedFile[] | undefined {
  if (!Array.isArray(search)) return undefined;
  const files = search.flatMap((file) =>
    typeof file?.id === "string" && typeof file?.name === "string" ? [{ id: file.id, name: file.name }] : [],
  );
  return files.length > 0 ? files : undefined;
}

export function withFiles(files: NamedFile[], more: readonly NamedFile[]): NamedFile[] {
  const later = more.filter((file) => !files.some(({ id }) => id === file.id));
  return [...files, ...later.map(({ id, name }) => ({ id, name }))];
}
