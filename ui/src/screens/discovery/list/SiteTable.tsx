/** The table of sites. Only the lines in sight are drawn, so that a customer with a thousand branches scrolls like one with three. */
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { SiteScore } from "@/bindings/SiteScore";
import { Chip } from "@/components/Chip";
import { words } from "@/words";

const say = words.discovery.list;

/** Height of a line in CSS pixels: a row of 36 and its border. */
const LINE = 37;

/** Fixed, or the columns would move with the lines that are drawn. */
const WIDTHS = ["20%", "19%", "13%", "8%", "11%", "11%", "18%"];

export function SiteTable({ sites }: { sites: SiteScore[] }) {
  const scroller = useRef<HTMLElement>(null);
  const lines = useVirtualizer({
    count: sites.length,
    estimateSize: () => LINE,
    getScrollElement: () => scroller.current,
    overscan: 12,
  });
  const drawn = lines.getVirtualItems();
  const above = drawn[0]?.start ?? 0;
  const below = lines.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  return (
    <section
      ref={scroller}
      aria-label={say.title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus there is no scrolling by keyboard
      tabIndex={0}
      className="panel site-list min-h-0 flex-1 overflow-auto"
    >
      <table className="table" aria-rowcount={sites.length + 1}>
        <colgroup>
          {WIDTHS.map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            <col key={index} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{words.migration.site}</th>
            <th scope="col">{words.migration.customer}</th>
            <th scope="col">{words.site.city}</th>
            <th scope="col" className="numeric">
              {say.known}
            </th>
            <th scope="col" className="numeric">
              {say.missing}
            </th>
            <th scope="col" className="numeric">
              {say.undecided}
            </th>
            <th scope="col">{say.findings}</th>
          </tr>
        </thead>
        <tbody>
          <Gap height={above} />
          {drawn.map(({ index, key }) => {
            const site = sites[index];
            return site && <Line key={key} site={site} index={index} />;
          })}
          <Gap height={below} />
        </tbody>
      </table>
    </section>
  );
}

function Line({ site, index }: { site: SiteScore; index: number }) {
  return (
    <tr aria-rowindex={index + 2}>
      <td>
        <Link
          to="/sites/$siteId"
          params={{ siteId: site.siteId }}
          className="block truncate font-medium leading-8"
          title={site.siteName}
        >
          {site.siteName}
        </Link>
      </td>
      <td className="truncate" title={site.customerName}>
        {site.customerName}
      </td>
      <td className="truncate">{[site.city, site.state].filter(Boolean).join(", ") || "–"}</td>
      <td className="numeric">{words.discovery.percent(site.score.percent)}</td>
      <td className={`numeric ${site.missingRequired > 0 ? "text-warn" : ""}`}>{site.missingRequired}</td>
      <td className={`numeric ${site.undecidedLines > 0 ? "text-warn" : ""}`}>{site.undecidedLines}</td>
      <td>
        <Findings errors={site.errors} warnings={site.warnings} />
      </td>
    </tr>
  );
}

function Findings({ errors, warnings }: { errors: number; warnings: number }) {
  if (errors + warnings === 0) return "–";
  return <Chip tone={errors > 0 ? "danger" : "warn"}>{words.discovery.findings(errors, warnings)}</Chip>;
}

function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={7} style={{ height, padding: 0 }} />
    </tr>
  );
}
