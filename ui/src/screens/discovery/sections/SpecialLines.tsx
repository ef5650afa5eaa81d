/** The lines of machines. */
import type { SectionProps } from "./types";

export function SpecialLines(_: SectionProps) {
  return null;
}
