/** The trunks and circuits of a site. */
import type { SectionProps } from "./types";

export function Circuits(_: SectionProps) {
  return null;
}
