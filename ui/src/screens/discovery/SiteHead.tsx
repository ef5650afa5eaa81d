/** Whose site it is, how much of it is known, and what can be done with it as a whole. */
import { Link } from "@tanstack/react-router";
import type { SiteCompleteness } from "@/bindings/SiteCompleteness";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { Chip } from "@/components/Chip";
import { useRead } from "@/queries/commands";
import { words } from "@/words";
import { useSaveStatus } from "./fields/saveStatus";
import { SiteActions } from "./SiteActions";

interface SiteHeadProps {
  discovery: SiteDiscovery;
  completeness: SiteCompleteness;
}

export function SiteHead({ discovery, completeness }: SiteHeadProps) {
  const { site } = discovery;
  const { data: customers } = useRead("customer_list", {});
  const customer = customers?.find(({ id }) => id === site.customerId);
  const missing = completeness.sections.flatMap((section) => section.missing);
  const required = missing.filter((item) => item.required).length;
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b bg-surface px-5 py-3">
      <div className="min-w-0 flex-1">
        <div className="text-muted text-small">
          <Link to="/customers/$customerId" params={{ customerId: site.customerId }} className="underline">
            {customer?.name ?? words.customers.title}
          </Link>{" "}
          / {words.discovery.open}
        </div>
        <h1 className="flex flex-wrap items-center gap-x-2">
          {site.name}
          <span className="font-normal text-body text-muted">
            {[site.city, site.state].filter(Boolean).join(", ")}
          </span>
          <Chip tone={completeness.score.percent === 100 ? "ok" : "neutral"}>
            {words.discovery.known(completeness.score.percent)}
          </Chip>
          {required > 0 && <Chip tone="warn">{words.discovery.missingRequired(required)}</Chip>}
        </h1>
      </div>
      <SaveStatus />
      <SiteActions discovery={discovery} customer={customer} />
    </header>
  );
}

function SaveStatus() {
  const status = useSaveStatus();
  return (
    <p role="status" className="text-muted text-small">
      {status && words.discovery.fields[status]}
    </p>
  );
}
