/** The system that is replaced. */
import type { SectionProps } from "./types";

export function LegacySystem(_: SectionProps) {
  return null;
}
