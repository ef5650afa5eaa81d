/** The places of a site to which help can be sent. */
import type { SectionProps } from "./types";

export function Emergency(_: SectionProps) {
  return null;
}
