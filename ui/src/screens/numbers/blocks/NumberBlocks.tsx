/** The block map: a line for each hundred, its runs in the colour of their status, its gaps empty. */
import { useNavigate } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useRef, useState } from "react";
import type { NumberMap } from "@/bindings/NumberMap";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Answer } from "@/components/Query";
import { useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { useRowHeight } from "@/shell/appearance";
import { words } from "@/words";
import { NumberActions } from "../NumberActions";
import { selectedRuns } from "../selected";
import { BlockLegend } from "./BlockLegend";
import { BlockLine } from "./BlockLine";
import { nextPart, type Place } from "./navigation";

const NO_RUNS: ReadonlySet<number> = new Set();

export function NumberBlocks({ migrationId }: { migrationId: string }) {
  const map = useRead("number_blocks", { id: migrationId });
  const [picked, setPicked] = useState({ runs: NO_RUNS, of: map.data });
  const mayChange = useMayChange();
  const navigate = useNavigate();
  // Another map has other runs: whatever was chosen of the one before is chosen no more.
  const chosen = picked.of === map.data ? picked.runs : NO_RUNS;
  const runs = [...chosen].flatMap((run) => map.data?.runs[run] ?? []);
  return (
    <>
      {mayChange && (
        <div className="flex flex-wrap items-center gap-2">
          <NumberActions
            selected={selectedRuns(migrationId, runs)}
            onOrder={(orderId) => void navigate({ to: "/orders/$orderId", params: { orderId } })}
          />
        </div>
      )}
      <Answer of={map}>
        {(found) =>
          found.blocks.length === 0 ? (
            <div className="panel">
              <EmptyState title={words.numbers.emptyTitle}>{words.numbers.noBlocks}</EmptyState>
            </div>
          ) : (
            <BlockMap map={found} chosen={chosen} onChoose={(runs) => setPicked({ runs, of: found })} />
          )
        }
      </Answer>
    </>
  );
}

interface BlockMapProps {
  map: NumberMap;
  chosen: ReadonlySet<number>;
  onChoose: (chosen: ReadonlySet<number>) => void;
}

function BlockMap({ map, chosen, onChoose }: BlockMapProps) {
  const element = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const [active, setActive] = useState<Place>({ block: 0, part: 0 });
  const virtualizer = useVirtualizer({
    count: map.blocks.length,
    getScrollElement: () => element.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });

  function toggle(run: number, adds: boolean) {
    const next = new Set(adds ? chosen : []);
    if (chosen.has(run) && (adds || chosen.size === 1)) next.delete(run);
    else next.add(run);
    onChoose(next);
  }
  function onKeyDown(event: KeyboardEvent) {
    const moved = nextPart(map.blocks, active, event.key);
    if (moved) {
      event.preventDefault();
      setActive(moved);
      virtualizer.scrollToIndex(moved.block);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      const run = map.blocks[active.block]?.parts[active.part]?.run;
      if (run !== undefined) toggle(run, event.shiftKey || event.ctrlKey || event.metaKey);
    } else if (event.key === "Escape") {
      onChoose(new Set());
    } else if (event.key === "a" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onChoose(new Set(map.runs.keys()));
    }
  }
  const drawn = virtualizer.getVirtualItems();
  const isActive = drawn.some(({ index }) => index === active.block);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <BlockLegend />
        {chosen.size > 0 && (
          <Button tone="quiet" onClick={() => onChoose(new Set())}>
            {words.numbers.clearSelection}
          </Button>
        )}
      </div>
      <div
        ref={element}
        role="listbox"
        aria-multiselectable
        aria-label={words.numbers.blockMap}
        aria-activedescendant={isActive ? `block-${active.block}-${active.part}` : undefined}
        tabIndex={0}
        className="panel block-map min-h-0 flex-1 overflow-auto"
        onKeyDown={onKeyDown}
      >
        <div role="presentation" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {drawn.map(({ index, start }) => {
            const block = map.blocks[index];
            return block ? (
              <BlockLine
                key={block.prefix}
                index={index}
                top={start}
                height={rowHeight}
                block={block}
                runs={map.runs}
                chosen={chosen}
                activePart={active.block === index ? active.part : null}
                onPick={(part, adds) => {
                  setActive({ block: index, part });
                  const run = block.parts[part]?.run;
                  if (run !== undefined) toggle(run, adds);
                }}
              />
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}
