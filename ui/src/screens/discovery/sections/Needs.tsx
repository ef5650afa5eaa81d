/** What the site needs beside telephones: recording, paging, music. */
import type { SectionProps } from "./types";

export function Needs(_: SectionProps) {
  return null;
}
