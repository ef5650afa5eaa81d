/** Where the arrow keys lead on the block map. Pure. */
import type { NumberBlock } from "@/bindings/NumberBlock";

export interface Place {
  block: number;
  part: number;
}

const PAGE = 20;

/** The part that a key leads to; nothing for a key that leads nowhere. */
export function nextPart(blocks: NumberBlock[], at: Place, key: string): Place | null {
  const last = blocks.length - 1;
  switch (key) {
    case "ArrowRight":
      return sideways(blocks, at, 1);
    case "ArrowLeft":
      return sideways(blocks, at, -1);
    case "ArrowDown":
      return inLine(blocks, at, Math.min(last, at.block + 1));
    case "ArrowUp":
      return inLine(blocks, at, Math.max(0, at.block - 1));
    case "PageDown":
      return inLine(blocks, at, Math.min(last, at.block + PAGE));
    case "PageUp":
      return inLine(blocks, at, Math.max(0, at.block - PAGE));
    case "Home":
      return { block: 0, part: 0 };
    case "End":
      return { block: last, part: (blocks[last]?.parts.length ?? 1) - 1 };
    default:
      return null;
  }
}

/** The part before or behind, over the end of a line to the next one. */
function sideways(blocks: NumberBlock[], { block, part }: Place, by: 1 | -1): Place {
  const parts = blocks[block]?.parts.length ?? 0;
  if (part + by >= 0 && part + by < parts) return { block, part: part + by };
  const other = blocks[block + by];
  if (!other) return { block, part };
  return { block: block + by, part: by > 0 ? 0 : other.parts.length - 1 };
}

/** The part of another line that lies nearest below or above. */
function inLine(blocks: NumberBlock[], at: Place, block: number): Place {
  const first = blocks[at.block]?.parts[at.part]?.first ?? 0;
  const parts = blocks[block]?.parts ?? [];
  const under = parts.findIndex((part) => part.last >= first);
  return { block, part: under < 0 ? Math.max(0, parts.length - 1) : under };
}
