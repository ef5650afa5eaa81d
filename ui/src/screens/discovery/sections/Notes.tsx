/** Free notes about a site. */
import type { SectionProps } from "./types";

export function Notes(_: SectionProps) {
  return null;
}
