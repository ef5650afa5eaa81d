/** How far long work has come. */
import { Progress as Base } from "@base-ui/react/progress";
import { formatCount } from "@/format";
import { words } from "@/words";

export function Progress({ label, done, total }: { label: string; done: number; total: number | null }) {
  return (
    <Base.Root
      value={total ? Math.min(done, total) : null}
      max={total || 100}
      className="flex flex-col gap-1"
    >
      <div className="flex justify-between">
        <Base.Label>{label}</Base.Label>
        {total !== null && (
          <span className="text-muted tabular-nums">
            {words.common.ofTotal(formatCount(done), formatCount(total))}
          </span>
        )}
      </div>
      <Base.Track className="h-1.5 overflow-hidden rounded-full bg-raised">
        <Base.Indicator className="block h-full bg-accent transition-[width] duration-(--motion)" />
      </Base.Track>
    </Base.Root>
  );
}

/** A quiet line while data is on its way. */
export function Loading() {
  return (
    <p role="status" className="p-6 text-muted">
      {words.common.loading}
    </p>
  );
}
