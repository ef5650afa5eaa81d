/** Everything learnt at a site: its sections on the left, the chosen one beside them. The address says which. */
import { useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { Answer } from "@/components/Query";
import { useRead } from "@/queries/commands";
import { SITE_PAGES } from "./pages";
import { SectionNav } from "./SectionNav";
import { SectionView } from "./SectionView";
import { SiteHead } from "./SiteHead";
import { focusTarget, SECTION_ORDER } from "./target";

export function SitePage() {
  const { siteId } = useParams({ from: "/sites/$siteId" });
  const discovery = useRead("site_discovery", { id: siteId });
  return <Answer of={discovery}>{(learnt) => <Sections key={siteId} discovery={learnt} />}</Answer>;
}

function Sections({ discovery }: { discovery: SiteDiscovery }) {
  const { completeness } = discovery;
  const { section: wanted, row, field } = useSearch({ from: "/sites/$siteId" });
  const page = SITE_PAGES.find(({ key }) => key === wanted);
  const section = SECTION_ORDER.find((known) => known === wanted) ?? "site_facts";
  useEffect(() => focusTarget({ row, field }), [row, field]);
  return (
    <div className="discovery flex h-full min-h-0 flex-col">
      <SiteHead discovery={discovery} completeness={completeness} />
      <div className="flex min-h-0 flex-1">
        <SectionNav discovery={discovery} completeness={completeness} chosen={page?.key ?? section} />
        {/* Each begins at its top. */}
        <div key={page?.key ?? section} className="min-h-0 min-w-0 flex-1 overflow-auto p-4">
          {page ? (
            <page.Component discovery={discovery} />
          ) : (
            <SectionView section={section} discovery={discovery} completeness={completeness} />
          )}
        </div>
      </div>
    </div>
  );
}
