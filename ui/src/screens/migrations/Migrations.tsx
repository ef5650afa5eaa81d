/** Every migration. */
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Plus, Route } from "lucide-react";
import type { MigrationDetail } from "@/bindings/MigrationDetail";
import { Button } from "@/components/Button";
import { MigrationStatusChip } from "@/components/Chip";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { Answer } from "@/components/Query";
import { formatCount, formatDate } from "@/format";
import { useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { labels, words } from "@/words";
import { MigrationForm } from "./MigrationForm";

export function Migrations() {
  const migrations = useRead("migration_list", {});
  const { add } = useSearch({ from: "/migrations" });
  const navigate = useNavigate();
  const mayChange = useMayChange();
  return (
    <Page
      title={words.migration.title}
      actions={
        mayChange && (
          <Button
            tone="primary"
            icon={Plus}
            onClick={() => void navigate({ to: "/migrations", search: { add: true } })}
          >
            {words.migration.add}
          </Button>
        )
      }
    >
      <div className="panel overflow-x-auto">
        <Answer of={migrations}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon={Route} title={words.migration.empty}>
                {words.migration.emptyHelp}
              </EmptyState>
            ) : (
              <MigrationList rows={rows} />
            )
          }
        </Answer>
      </div>
      {add && (
        <MigrationForm
          onClose={() => void navigate({ to: "/migrations", search: {} })}
          onSaved={({ id }) => void navigate({ to: "/migrations/$migrationId", params: { migrationId: id } })}
        />
      )}
    </Page>
  );
}

function MigrationList({ rows }: { rows: MigrationDetail[] }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words.migration.name}</th>
          <th scope="col">{words.migration.status}</th>
          <th scope="col">{words.migration.carrier}</th>
          <th scope="col">{words.migration.routing}</th>
          <th scope="col" className="numeric">
            {words.migration.numbers}
          </th>
          <th scope="col" className="numeric">
            {words.dashboard.ported}
          </th>
          <th scope="col" className="numeric">
            {words.migration.people}
          </th>
          <th scope="col">{words.migration.targetDate}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ migration, customerName, siteName, carrierName }) => (
          <tr key={migration.id}>
            <td>
              <Link
                to="/migrations/$migrationId"
                params={{ migrationId: migration.id }}
                className="font-medium"
              >
                {migration.name}
              </Link>
              <div className="text-muted text-small">
                {customerName} / {siteName}
              </div>
            </td>
            <td>
              <MigrationStatusChip status={migration.status} />
            </td>
            <td>{carrierName ?? "–"}</td>
            <td>{labels.routingType[migration.routingType]}</td>
            <td className="numeric">{formatCount(migration.totalNumbers)}</td>
            <td className="numeric">{formatCount(migration.portedNumbers)}</td>
            <td className="numeric">{formatCount(migration.totalUsers)}</td>
            <td className="whitespace-nowrap">{formatDate(migration.targetDate) || "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
