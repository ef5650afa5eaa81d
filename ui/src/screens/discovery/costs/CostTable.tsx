/** Circuits and licenses with what each costs a month, today and afterwards. */
import { Link } from "@tanstack/react-router";
import type { MonthlyCosts } from "@/bindings/MonthlyCosts";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { formatCents } from "@/format";
import { words } from "@/words";

interface CostTableProps {
  costs: MonthlyCosts;
  discovery: SiteDiscovery;
}

export function CostTable({ costs, discovery: { site, licenses } }: CostTableProps) {
  const sectionOf = (row: string) => (licenses.some(({ id }) => id === row) ? "licenses" : "circuits");
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words.costs.line}</th>
          {[words.costs.today, words.costs.after, words.costs.difference].map((head) => (
            <th key={head} scope="col" className="numeric">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {costs.lines.map(({ row, label, todayCents, afterCents }) => (
          <tr key={row}>
            <td>
              <Link
                to="/sites/$siteId"
                params={{ siteId: site.id }}
                search={{ section: sectionOf(row), row, field: "monthlyCostCents" }}
              >
                {label}
              </Link>
            </td>
            <Amounts today={todayCents} after={afterCents} />
          </tr>
        ))}
        <tr className="font-semibold">
          <th scope="row" className="border-b-0!">
            {words.costs.sum}
          </th>
          <Amounts today={costs.todayCents} after={costs.afterCents} />
        </tr>
      </tbody>
    </table>
  );
}

function Amounts({ today, after }: { today: number | null; after: number | null }) {
  const difference = today === null || after === null ? null : after - today;
  return (
    <>
      <Amount cents={today} />
      <Amount cents={after} />
      <td className="numeric">{difference === null ? "" : formatCents(difference)}</td>
    </>
  );
}

function Amount({ cents }: { cents: number | null }) {
  if (cents === null) return <td className="numeric text-muted">{words.costs.unknown}</td>;
  return <td className="numeric">{formatCents(cents)}</td>;
}
