/** What an order has to answer for before it can go on: its own problems, its account's and its numbers'. */
import { Link } from "@tanstack/react-router";
import type { PortOrderDetail } from "@/bindings/PortOrderDetail";
import { Section } from "@/components/Page";
import { formatCount } from "@/format";
import { useRead } from "@/queries/commands";
import { ProblemTable } from "@/screens/problems/ProblemTable";
import { words } from "@/words";

/** The rest is in the list of the migration. */
const SHOWN = 20;

export function OrderProblems({ detail: { order, problems } }: { detail: PortOrderDetail }) {
  const { data: migration } = useRead("migration_get", { id: order.migrationId });
  if (problems.length === 0 || !migration) return null;
  const { id: migrationId, customerId, siteId } = migration.migration;
  const sorted = [...problems].sort((a, b) => rank(a) - rank(b));
  return (
    <Section
      title={`${words.problems.title} (${formatCount(problems.length)})`}
      flush
      actions={
        <Link to="/migrations/$migrationId/problems" params={{ migrationId }}>
          {words.problems.all}
        </Link>
      }
    >
      <ProblemTable
        isNarrow
        label={words.problems.title}
        problems={sorted.slice(0, SHOWN)}
        home={{ migrationId, customerId, siteId }}
      />
    </Section>
  );
}

function rank({ severity, waiver }: PortOrderDetail["problems"][number]): number {
  if (waiver) return 2;
  return severity === "error" ? 0 : 1;
}
