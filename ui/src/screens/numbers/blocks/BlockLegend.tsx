/** What the colours of the block map mean. */
import type { PortingStatus } from "@/bindings/PortingStatus";
import { labels, words } from "@/words";

export function BlockLegend() {
  const statuses = Object.keys(labels.portingStatus) as PortingStatus[];
  return (
    <ul aria-label={words.numbers.legend} className="flex flex-wrap gap-x-3 gap-y-1 text-small">
      {statuses.map((status) => (
        <li key={status} className="flex items-center gap-1.5">
          <span aria-hidden className="block-swatch" data-status={status} />
          {labels.portingStatus[status]}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="block-swatch" data-disposition="retain" />
        {words.numbers.notPorting}
      </li>
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="block-swatch" />
        {words.numbers.gap}
      </li>
    </ul>
  );
}
