/** Where a migration stands and what to do next. */
import { Link } from "@tanstack/react-router";
import { Circle, CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import type { MigrationOverview as Figures } from "@/bindings/MigrationOverview";
import { Section } from "@/components/Page";
import { Answer } from "@/components/Query";
import { Facts } from "@/components/SidePanel";
import { formatCount, formatDate, formatPercent } from "@/format";
import { useRead } from "@/queries/commands";
import { StatusBar } from "@/screens/dashboard/StatusBar";
import { words } from "@/words";
import { CorrectionsButton } from "./CorrectionsButton";
import { useMigration, useMigrationId } from "./useMigration";

export function MigrationOverview() {
  const migrationId = useMigrationId();
  const dashboard = useRead("dashboard", {});
  return (
    <div className="flex flex-col gap-4 p-5">
      <Answer of={dashboard}>
        {(data) => {
          const figures = data.migrations.find((migration) => migration.migrationId === migrationId);
          return figures ? <Overview figures={figures} /> : null;
        }}
      </Answer>
    </div>
  );
}

function Overview({ figures }: { figures: Figures }) {
  const { data: detail } = useMigration();
  return (
    <>
      <div className="grid grid-cols-4 gap-4">
        <Figure figures={figures} label={words.dashboard.numbers} value={formatCount(figures.totalNumbers)} />
        <Figure
          figures={figures}
          label={words.dashboard.ported}
          value={formatPercent(figures.portedNumbers, figures.numbersToPort)}
          detail={words.dashboard.portedOf(
            formatCount(figures.portedNumbers),
            formatCount(figures.numbersToPort),
          )}
          filter={{ disposition: ["port"], portingStatus: ["ported", "verified"] }}
        />
        <Figure
          figures={figures}
          label={words.dashboard.unassigned}
          value={formatCount(figures.unassignedNumbers)}
          filter={{ numberType: ["user"], holderName: [""] }}
        />
        <Link
          to="/migrations/$migrationId/people"
          params={{ migrationId: figures.migrationId }}
          className="panel block p-3 text-text hover:bg-raised"
        >
          <span className="block text-muted text-small">{words.dashboard.people}</span>
          <span className="block text-figure tabular-nums">
            {words.dashboard.portedOf(formatCount(figures.configuredUsers), formatCount(figures.totalUsers))}
          </span>
        </Link>
      </div>
      <Section title={words.dashboard.numbersByStatus}>
        <StatusBar migrationId={figures.migrationId} counts={figures.byStatus} legend />
      </Section>
      <div className="grid grid-cols-2 items-start gap-4">
        <NextSteps figures={figures} />
        <Section title={words.migration.overview}>
          <Facts
            columns={2}
            facts={[
              { label: words.migration.carrier, value: detail?.carrierName },
              { label: words.dashboard.nextFoc, value: formatDate(figures.nextFocDate) },
              { label: words.migration.targetDate, value: formatDate(figures.targetDate) },
              { label: words.site.timeZone, value: detail?.siteTimeZone },
              { label: words.migration.voiceRoutingPolicy, value: detail?.migration.voiceRoutingPolicy },
              { label: words.migration.dialPlan, value: detail?.migration.dialPlan },
              { label: words.migration.notes, value: detail?.migration.notes },
            ]}
          />
        </Section>
      </div>
    </>
  );
}

interface FigureProps {
  figures: Figures;
  label: string;
  value: string;
  detail?: string;
  filter?: Record<string, string[]>;
}

function Figure({ figures, label, value, detail, filter }: FigureProps) {
  return (
    <Link
      to="/migrations/$migrationId/numbers"
      params={{ migrationId: figures.migrationId }}
      search={filter ? { f: filter } : {}}
      className="panel block p-3 text-text hover:bg-raised"
    >
      <span className="block text-muted text-small">{label}</span>
      <span className="text-figure tabular-nums">{value}</span> <span className="text-muted">{detail}</span>
    </Link>
  );
}

function NextSteps({ figures }: { figures: Figures }) {
  const { migrationId } = figures;
  const orders = useRead("port_order_list", { migrationId });
  const scripts = useRead("script_list", { migrationId });
  const { data: detail } = useMigration();
  const params = { migrationId };
  return (
    <Section
      title={words.migration.nextSteps}
      actions={detail && <CorrectionsButton migrationId={migrationId} name={detail.migration.name} />}
    >
      <ol className="flex flex-col gap-1.5">
        {detail && <DiscoveryStep siteId={detail.migration.siteId} />}
        <Step done={figures.totalNumbers > 0}>
          <Link to="/import" search={params}>
            {words.migration.stepNumbers}
          </Link>
        </Step>
        <Step done={figures.totalUsers > 0}>
          <Link to="/import" search={params}>
            {words.migration.stepPeople}
          </Link>
        </Step>
        <Step done={figures.totalNumbers > 0 && figures.unassignedNumbers === 0}>
          <Link
            to="/migrations/$migrationId/numbers"
            params={params}
            search={{ f: { numberType: ["user"], holderName: [""] } }}
          >
            {words.migration.stepAssign(formatCount(figures.unassignedNumbers))}
          </Link>
        </Step>
        <Step done={(orders.data?.length ?? 0) > 0}>
          <Link to="/migrations/$migrationId/orders" params={params}>
            {words.migration.stepOrder}
          </Link>
        </Step>
        <Step done={(scripts.data?.length ?? 0) > 0}>
          <Link to="/migrations/$migrationId/scripts" params={params}>
            {words.migration.stepScript}
          </Link>
        </Step>
      </ol>
    </Section>
  );
}

function DiscoveryStep({ siteId }: { siteId: string }) {
  const { data: known } = useRead("site_discovery_completeness", { id: siteId });
  const missing = known?.sections.flatMap((section) => section.missing).filter((item) => item.required);
  return (
    <Step done={missing?.length === 0}>
      <Link to="/sites/$siteId" params={{ siteId }}>
        {words.discovery.step}
      </Link>
      {known && <span className="text-muted">{words.discovery.known(known.score.percent)}</span>}
    </Step>
  );
}

function Step({ done, children }: { done: boolean; children: ReactNode }) {
  const Icon = done ? CircleCheck : Circle;
  return (
    <li className="flex items-center gap-2">
      <Icon aria-hidden className={`size-4 flex-none ${done ? "text-ok" : "text-muted"}`} />
      {children}
      {done && <span className="visually-hidden">{words.orders.met}</span>}
    </li>
  );
}
