/** The people to ask at a site. */
import type { SectionProps } from "./types";

export function Contacts(_: SectionProps) {
  return null;
}
