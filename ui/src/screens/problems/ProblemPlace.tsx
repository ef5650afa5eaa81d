/** Where a problem is, as a link to the record that a person would open. */
import { Link } from "@tanstack/react-router";
import type { Problem } from "@/bindings/Problem";
import { formatNumber } from "@/format";
import { words } from "@/words";

/** What the links need to know of the migration. */
export interface ProblemHome {
  migrationId: string;
  customerId: string;
  siteId: string;
}

export function ProblemPlace({ problem, home }: { problem: Problem; home: ProblemHome }) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-1.5">
      <PlaceLink problem={problem} home={home} />
      {problem.portOrderId && problem.entityType !== "port_order" && (
        <Link to="/orders/$orderId" params={{ orderId: problem.portOrderId }} className="text-small">
          {words.problems.inOrder}
        </Link>
      )}
    </span>
  );
}

function PlaceLink({ problem, home }: { problem: Problem; home: ProblemHome }) {
  const { label, entityId } = problem;
  switch (problem.entityType) {
    case "port_order":
      return (
        <Link to="/orders/$orderId" params={{ orderId: entityId }}>
          {label}
        </Link>
      );
    case "losing_account":
      return (
        <Link to="/customers/$customerId" params={{ customerId: home.customerId }}>
          {label}
        </Link>
      );
    case "special_line":
      return (
        <Link to="/sites/$siteId" params={{ siteId: home.siteId }}>
          {label}
        </Link>
      );
    case "phone_number":
      return (
        <Link
          to="/migrations/$migrationId/numbers"
          params={{ migrationId: home.migrationId }}
          search={{ q: label.split(";")[0] }}
          className="number"
        >
          {label.replace(/^\+\d+/, formatNumber)}
        </Link>
      );
  }
}
