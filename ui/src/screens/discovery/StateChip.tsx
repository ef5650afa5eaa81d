/** How much is known of a section or a question. */
import type { DiscoveryState } from "@/bindings/DiscoveryState";
import { Chip, type Tone } from "@/components/Chip";
import { labels } from "@/words";

const TONE: Record<DiscoveryState, Tone> = {
  open: "neutral",
  answered: "ok",
  unknown: "warn",
  not_applicable: "info",
};

export function StateChip({ state }: { state: DiscoveryState }) {
  return <Chip tone={TONE[state]}>{labels.discoveryState[state]}</Chip>;
}
