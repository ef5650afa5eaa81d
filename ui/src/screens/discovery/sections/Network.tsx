/** The parts of the network and the places they stand for. */
import type { SectionProps } from "./types";

export function Network(_: SectionProps) {
  return null;
}
