/** The first screen: how every migration stands. Each figure leads to the rows behind it. */
import { Link } from "@tanstack/react-router";
import { Route } from "lucide-react";
import type { Dashboard as DashboardData } from "@/bindings/Dashboard";
import { OrderStatusChip } from "@/components/Chip";
import { EmptyState } from "@/components/EmptyState";
import { Page, Section } from "@/components/Page";
import { Answer } from "@/components/Query";
import { formatCount, formatDateShort } from "@/format";
import { useRead } from "@/queries/commands";
import { ActivityList } from "@/screens/activity/ActivityList";
import { words } from "@/words";
import { BlockingProblems } from "./BlockingProblems";
import { MigrationTable } from "./MigrationTable";
import { OrdersAtRisk } from "./OrdersAtRisk";

export function Dashboard() {
  const dashboard = useRead("dashboard", {});
  return (
    <Page title={words.dashboard.title}>
      <Answer of={dashboard}>
        {(data) => (data.migrations.length === 0 ? <NothingYet /> : <Overview data={data} />)}
      </Answer>
    </Page>
  );
}

function NothingYet() {
  return (
    <div className="panel">
      <EmptyState
        icon={Route}
        title={words.dashboard.empty}
        action={
          <Link to="/customers" search={{ add: true }} className="button button-primary">
            {words.shell.newCustomer}
          </Link>
        }
      >
        {words.dashboard.emptyHelp}
      </EmptyState>
    </div>
  );
}

function Overview({ data }: { data: DashboardData }) {
  return (
    <>
      <Section title={words.dashboard.progress} flush>
        <MigrationTable migrations={data.migrations} />
      </Section>
      <div className="grid grid-cols-2 items-start gap-4">
        <div className="flex min-w-0 flex-col gap-4">
          <Section title={words.dashboard.focDates} flush>
            <FocDates data={data} />
          </Section>
          <BlockingProblems />
        </div>
        <Section title={words.dashboard.atRisk} flush>
          <OrdersAtRisk orders={data.ordersAtRisk} />
        </Section>
      </div>
      <Section
        title={words.dashboard.activity}
        flush
        actions={<Link to="/activity">{words.shell.activity}</Link>}
      >
        {data.activity.length === 0 ? (
          <EmptyState title={words.dashboard.noActivity} />
        ) : (
          <ActivityList entries={data.activity} />
        )}
      </Section>
    </>
  );
}

function FocDates({ data }: { data: DashboardData }) {
  if (data.focDates.length === 0) return <p className="p-3 text-muted">{words.dashboard.noFoc}</p>;
  return (
    <table className="table" aria-label={words.dashboard.focDates}>
      <tbody>
        {data.focDates.map((foc) => (
          <tr key={foc.portOrderId}>
            <td>
              <span className="font-medium">{formatDateShort(foc.focLocalDate)}</span>{" "}
              <span className="text-muted">
                {foc.focLocalTime?.slice(0, 5)} {foc.focZone}
              </span>
            </td>
            <td>
              <Link to="/orders/$orderId" params={{ orderId: foc.portOrderId }}>
                {foc.pon ?? words.orders.unnamed}
              </Link>
              <div className="truncate text-muted text-small">{foc.path}</div>
            </td>
            <td className="numeric">{formatCount(foc.numbers)}</td>
            <td>
              <OrderStatusChip status={foc.status} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
