/** Numbers by porting status as one stacked bar, drawn as SVG, with the same figures as links. */
import { Link } from "@tanstack/react-router";
import type { PortingStatus } from "@/bindings/PortingStatus";
import type { StatusCount } from "@/bindings/StatusCount";
import { formatCount } from "@/format";
import { labels, words } from "@/words";

const FILL: Record<PortingStatus, string> = {
  not_started: "var(--field-line)",
  loa_submitted: "color-mix(in srgb, var(--info) 55%, var(--surface))",
  loa_rejected: "var(--danger)",
  foc_received: "color-mix(in srgb, var(--info) 75%, var(--surface))",
  port_scheduled: "var(--info)",
  ported: "color-mix(in srgb, var(--ok) 65%, var(--surface))",
  verified: "var(--ok)",
  failed: "var(--warn)",
};

interface StatusBarProps {
  migrationId: string;
  counts: StatusCount[];
  /** Lists every status below the bar. */
  legend?: boolean;
}

export function StatusBar({ migrationId, counts, legend }: StatusBarProps) {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const present = counts.filter(({ count }) => count > 0);
  let x = 0;
  const parts = present.map(({ portingStatus, count }) => {
    const part = { portingStatus, count, x, width: (count / total) * 100 };
    x += part.width;
    return part;
  });
  const summary = present.map(
    ({ portingStatus, count }) => `${labels.portingStatus[portingStatus]} ${formatCount(count)}`,
  );
  return (
    <div className="flex flex-col gap-2">
      <svg
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        className="block h-2 w-full rounded-full"
        role="img"
      >
        <title>{summary.join(", ") || words.common.none}</title>
        <rect width="100" height="8" fill="var(--raised)" />
        {parts.map((part) => (
          <rect
            key={part.portingStatus}
            x={part.x}
            width={part.width}
            height="8"
            fill={FILL[part.portingStatus]}
          />
        ))}
      </svg>
      {legend && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {counts.map(({ portingStatus, count }) => (
            <li key={portingStatus} className="flex items-center gap-1.5">
              <svg aria-hidden="true" className="size-2.5" viewBox="0 0 10 10">
                <rect width="10" height="10" rx="2" fill={FILL[portingStatus]} />
              </svg>
              <Link
                to="/migrations/$migrationId/numbers"
                params={{ migrationId }}
                search={{ f: { portingStatus: [portingStatus] } }}
              >
                {labels.portingStatus[portingStatus]} {formatCount(count)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
