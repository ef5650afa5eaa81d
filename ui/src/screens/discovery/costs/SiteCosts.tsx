/** What a site costs a month, today and after the migration, and what contracts still cost after the cutover. */
import { Link } from "@tanstack/react-router";
import type { MonthlyCosts } from "@/bindings/MonthlyCosts";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { EmptyState } from "@/components/EmptyState";
import { Section } from "@/components/Page";
import { Answer } from "@/components/Query";
import { formatDate } from "@/format";
import { useRead } from "@/queries/commands";
import { words } from "@/words";
import { CostTable } from "./CostTable";

/** Findings whose text holds a remaining cost. */
const OUTLASTING = "contract_after_cutover";

export function SiteCosts({ discovery }: { discovery: SiteDiscovery }) {
  const costs = useRead("discovery_costs", { id: discovery.site.id });
  return (
    <Answer of={costs}>
      {(known) =>
        known.lines.length === 0 ? (
          <EmptyState title={words.costs.empty}>{words.costs.emptyHint}</EmptyState>
        ) : (
          <div className="flex flex-col gap-4">
            <Comparison costs={known} discovery={discovery} />
            <Outlasting discovery={discovery} />
          </div>
        )
      }
    </Answer>
  );
}

function Comparison({ costs, discovery }: { costs: MonthlyCosts; discovery: SiteDiscovery }) {
  return (
    <>
      <Section title={words.costs.title} flush>
        <CostTable costs={costs} discovery={discovery} />
      </Section>
      <div className="flex flex-col gap-1 text-muted text-small">
        {costs.unknown > 0 && <p>{words.costs.leftOut(costs.unknown)}</p>}
        <p>{words.costs.counted}</p>
      </div>
    </>
  );
}

function Outlasting({ discovery }: { discovery: SiteDiscovery }) {
  const found = discovery.findings.filter(({ code }) => code === OUTLASTING);
  const { cutover, site, remainingCostRule } = discovery;
  return (
    <Section title={words.costs.outlasting}>
      <div className="flex flex-col gap-2">
        {found.map((finding) => (
          <p key={finding.rows.join()}>
            {finding.text}{" "}
            <Link
              to="/sites/$siteId"
              params={{ siteId: site.id }}
              search={{ section: "circuits", row: finding.rows[0], field: finding.fields[0] }}
            >
              {finding.remedy}
            </Link>
          </p>
        ))}
        <p className="text-muted text-small">
          {cutover ? words.costs.cutover(formatDate(cutover)) : words.costs.noCutover}{" "}
          {words.costs.rule(remainingCostRule)}
        </p>
      </div>
    </Section>
  );
}
