/** Everything learnt at a site: its sections on the left, the chosen one beside them. The address says which. */
import { useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import type { SiteCompleteness } from "@/bindings/SiteCompleteness";
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
  const completeness = useRead("site_discovery_completeness", { id: siteId });
  return (
    <Answer of={discovery}>
      {(learnt) => (
        <Answer of={completeness}>
          {(known) => <Sections key={siteId} discovery={learnt} completeness={known} />}
        </Answer>
      )}
    </Answer>
  );
}

interface SectionsProps {
  discovery: SiteDiscovery;
  completeness: SiteCompleteness;
}

function Sections({ discovery, completeness }: SectionsProps) {
  const { section: wanted, row, field } = useSearch({ from: "/sites/$siteId" });
  const page = SITE_PAGES.find(({ key }) => key === wanted);
  const section = SECTION_ORDER.find((known) => known === wanted) ?? "site_facts";
  useEffect(() => focusTarget({ row, field }), [row, field]);
  return (
    <div className="discovery flex h-full min-h-0 flex-col">
      <SiteHead discovery={discovery} completeness={completeness} />
      <div className="flex min-h-0 flex-1">
        <SectionNav discovery={discovery} completeness={completeness} chosen={page?.key ?? section} />
        <div className="min-h-0 min-w-0 flex-1 overflow-auto p-4">
          {page ? (
            <page.Component discovery={discovery} />
          ) : (
            <SectionView key={section} section={section} discovery={discovery} completeness={completeness} />
          )}
        </div>
      </div>
    </div>
  );
}
