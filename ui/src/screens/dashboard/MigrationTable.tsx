/** One line per migration with its figures; every figure opens the filtered grid. */
import { Link } from "@tanstack/react-router";
import type { MigrationOverview } from "@/bindings/MigrationOverview";
import { Chip, MigrationStatusChip } from "@/components/Chip";
import { formatCount, formatDate } from "@/format";
import { words } from "@/words";
import { StatusBar } from "./StatusBar";

export function MigrationTable({ migrations }: { migrations: MigrationOverview[] }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words.dashboard.migration}</th>
          <th scope="col">{words.migration.status}</th>
          <th scope="col" className="w-64">
            {words.dashboard.numbersByStatus}
          </th>
          <th scope="col" className="numeric">
            {words.dashboard.numbers}
          </th>
          <th scope="col" className="numeric">
            {words.dashboard.ported}
          </th>
          <th scope="col" className="numeric">
            {words.dashboard.unassigned}
          </th>
          <th scope="col" className="numeric">
            {words.dashboard.people}
          </th>
          <th scope="col">{words.dashboard.nextFoc}</th>
          <th scope="col">{words.migration.targetDate}</th>
        </tr>
      </thead>
      <tbody>
        {migrations.map((migration) => (
          <Line key={migration.migrationId} migration={migration} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ migration }: { migration: MigrationOverview }) {
  const params = { migrationId: migration.migrationId };
  return (
    <tr>
      <td className="min-w-56">
        <Link to="/migrations/$migrationId" params={params} className="font-medium">
          {migration.name}
        </Link>{" "}
        {migration.isDemo && <Chip>{words.common.demo}</Chip>}
        <div className="text-muted text-small">
          {migration.customerName} / {migration.siteName}
        </div>
      </td>
      <td>
        <MigrationStatusChip status={migration.status} />
      </td>
      <td>
        <StatusBar migrationId={migration.migrationId} counts={migration.byStatus} />
      </td>
      <td className="numeric">
        <Link to="/migrations/$migrationId/numbers" params={params}>
          {formatCount(migration.totalNumbers)}
        </Link>
      </td>
      <td className="numeric">
        <Link
          to="/migrations/$migrationId/numbers"
          params={params}
          search={{ f: { disposition: ["port"], portingStatus: ["ported", "verified"] } }}
        >
          {words.dashboard.portedOf(
            formatCount(migration.portedNumbers),
            formatCount(migration.numbersToPort),
          )}
        </Link>
      </td>
      <td className="numeric">
        <Link
          to="/migrations/$migrationId/numbers"
          params={params}
          search={{ f: { numberType: ["user"], holderName: [""] } }}
        >
          {formatCount(migration.unassignedNumbers)}
        </Link>
      </td>
      <td className="numeric">
        <Link to="/migrations/$migrationId/people" params={params}>
          {words.dashboard.portedOf(
            formatCount(migration.configuredUsers),
            formatCount(migration.totalUsers),
          )}
        </Link>
      </td>
      <td className="whitespace-nowrap">{formatDate(migration.nextFocDate) || "–"}</td>
      <td className="whitespace-nowrap">{formatDate(migration.targetDate) || "–"}</td>
    </tr>
  );
}
