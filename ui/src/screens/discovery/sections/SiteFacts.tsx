/** The address, the time zone and the main number of a site. */
import type { SectionProps } from "./types";

export function SiteFacts(_: SectionProps) {
  return null;
}
