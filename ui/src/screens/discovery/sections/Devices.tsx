/** The equipment of a site. */
import type { SectionProps } from "./types";

export function Devices(_: SectionProps) {
  return null;
}
