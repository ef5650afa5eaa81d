/** One migration: its name, where it stands, and its parts as tabs. Each tab is an address. */
import { Link, Outlet } from "@tanstack/react-router";
import { FileUp, Pencil } from "lucide-react";
import { useState } from "react";
import type { MigrationDetail } from "@/bindings/MigrationDetail";
import { Button } from "@/components/Button";
import { Chip, MigrationStatusChip } from "@/components/Chip";
import { Answer } from "@/components/Query";
import { formatDate } from "@/format";
import { useMayChange } from "@/queries/session";
import { MigrationForm } from "@/screens/migrations/MigrationForm";
import { labels, words } from "@/words";
import { StatusMenu } from "./StatusMenu";
import { useMigration } from "./useMigration";

const TABS = [
  { to: "/migrations/$migrationId", label: words.migration.overview },
  { to: "/migrations/$migrationId/numbers", label: words.migration.numbers },
  { to: "/migrations/$migrationId/people", label: words.migration.people },
  { to: "/migrations/$migrationId/orders", label: words.migration.orders },
  { to: "/migrations/$migrationId/problems", label: words.problems.title },
  { to: "/migrations/$migrationId/scripts", label: words.migration.scripts },
  { to: "/migrations/$migrationId/imports", label: words.migration.imports },
  { to: "/migrations/$migrationId/activity", label: words.migration.activity },
] as const;

export function MigrationFrame() {
  const migration = useMigration();
  return <Answer of={migration}>{(detail) => <Frame key={detail.migration.id} detail={detail} />}</Answer>;
}

function Frame({ detail }: { detail: MigrationDetail }) {
  const { migration } = detail;
  const [editing, setEditing] = useState(false);
  const mayChange = useMayChange();
  const params = { migrationId: migration.id };
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex flex-col gap-1 border-line border-b bg-surface px-5 pt-4">
        <div className="flex items-start gap-4">
          <div className="min-w-0 flex-1">
            <div className="text-muted text-small">
              <Link to="/customers/$customerId" params={{ customerId: migration.customerId }}>
                {detail.customerName}
              </Link>{" "}
              /{" "}
              <Link
                to="/sites/$siteId"
                params={{ siteId: migration.siteId }}
                title={words.discovery.openOf(detail.siteName)}
              >
                {detail.siteName}
              </Link>
            </div>
            <h1 className="flex items-center gap-2">
              {migration.name}
              <MigrationStatusChip status={migration.status} />
              {detail.isDemo && <Chip>{words.common.demo}</Chip>}
            </h1>
            <p className="text-muted">{summaryOf(detail)}</p>
          </div>
          {mayChange && (
            <div className="flex gap-2">
              <Link to="/import" search={{ migrationId: migration.id }} className="button">
                <FileUp aria-hidden />
                {words.numbers.import}
              </Link>
              <StatusMenu detail={detail} />
              <Button icon={Pencil} label={words.migration.editTitle} onClick={() => setEditing(true)} />
            </div>
          )}
        </div>
        <nav aria-label={words.migration.tabs} className="-mb-px flex">
          {TABS.map(({ to, label }, index) => (
            <Link
              key={to}
              to={to}
              params={params}
              className="tab"
              activeOptions={{ exact: index === 0, includeSearch: false }}
            >
              {label}
            </Link>
          ))}
        </nav>
      </header>
      <div className="min-h-0 flex-1 overflow-auto">
        <Outlet />
      </div>
      {editing && <MigrationForm migration={migration} onClose={() => setEditing(false)} />}
    </div>
  );
}

function summaryOf({ migration, carrierName }: MigrationDetail): string {
  const target = migration.targetDate
    ? `${words.migration.targetDate} ${formatDate(migration.targetDate)}`
    : null;
  return [carrierName, labels.routingType[migration.routingType], target].filter(Boolean).join(" · ");
}
