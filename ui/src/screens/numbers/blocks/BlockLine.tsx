/** One hundred: its prefix, a bar of a hundred places, and how many of them are owned. */
import type { NumberBlock } from "@/bindings/NumberBlock";
import type { NumberRun } from "@/bindings/NumberRun";
import { formatCount, formatNumber } from "@/format";
import { labels, words } from "@/words";

interface BlockLineProps {
  index: number;
  top: number;
  height: number;
  block: NumberBlock;
  runs: NumberRun[];
  chosen: ReadonlySet<number>;
  activePart: number | null;
  onPick: (part: number, adds: boolean) => void;
}

export function BlockLine({ index, top, height, block, runs, chosen, activePart, onPick }: BlockLineProps) {
  const name = `${formatNumber(`${block.prefix}00`).slice(0, -2)}xx`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a list of options
    <div
      role="group"
      aria-label={words.numbers.blockName(name, block.owned)}
      className="block-line"
      style={{ top, height }}
    >
      <span aria-hidden className="number block-name">
        {name}
      </span>
      <div role="presentation" className="block-bar">
        {block.parts.map((part, at) => {
          const run = runs[part.run];
          if (!run) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the list, which holds the focus
            // biome-ignore lint/a11y/useFocusableInteractive: the list points at the active part
            <div
              key={part.first}
              id={`block-${index}-${at}`}
              role="option"
              aria-selected={chosen.has(part.run)}
              aria-label={partText(block, part.first, part.last, run)}
              title={partText(block, part.first, part.last, run)}
              data-status={run.portingStatus}
              data-disposition={run.disposition}
              data-active={activePart === at || undefined}
              className="block-part"
              style={{ left: `${part.first}%`, width: `${part.last - part.first + 1}%` }}
              onClick={(event) => onPick(at, event.shiftKey || event.ctrlKey || event.metaKey)}
            />
          );
        })}
      </div>
      <span aria-hidden className="block-count">
        {words.numbers.owned(block.owned)}
      </span>
    </div>
  );
}

/** What a part is, in words: its numbers, its disposition and status, and the run that goes beyond the hundred. */
export function partText(block: NumberBlock, first: number, last: number, run: NumberRun): string {
  const two = (place: number) => String(place).padStart(2, "0");
  const from = formatNumber(`${block.prefix}${two(first)}`);
  const numbers = first === last ? from : `${from}–${two(last)}`;
  const facts = `${labels.disposition[run.disposition]}, ${labels.portingStatus[run.portingStatus]}`;
  const here = last - first + 1;
  const whole = run.count > here ? ` ${words.numbers.partOfRun(formatCount(run.count))}` : "";
  return `${numbers}: ${facts}.${whole}`;
}
