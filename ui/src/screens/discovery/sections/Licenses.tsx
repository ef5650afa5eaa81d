/** The licenses on hand. */
import type { SectionProps } from "./types";

export function Licenses(_: SectionProps) {
  return null;
}
