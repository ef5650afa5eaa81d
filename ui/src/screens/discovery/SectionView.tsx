/** One section: how far it is and who said so, what is entered in it, and what is missing. */
import type { DiscoverySection } from "@/bindings/DiscoverySection";
import type { SiteCompleteness } from "@/bindings/SiteCompleteness";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { words } from "@/words";
import { FindingLine } from "./FindingLine";
import { findingsOfSection } from "./findings";
import { HoursAndHolidays } from "./hours/HoursAndHolidays";
import { MissingList } from "./MissingList";
import { Questions } from "./questions/Questions";
import { SectionHeader } from "./SectionHeader";
import { SECTIONS } from "./sections";
import { UsedBy } from "./used-by/UsedBy";

interface SectionViewProps {
  section: DiscoverySection;
  discovery: SiteDiscovery;
  completeness: SiteCompleteness;
}

export function SectionView({ section, discovery, completeness }: SectionViewProps) {
  const known = completeness.sections.find((part) => part.section === section);
  const Rows = SECTIONS[section];
  if (!known) return null;
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-lead leading-6">{words.discovery.sections[section]}</h2>
      <SectionHeader section={section} discovery={discovery} />
      <LooseFindings section={section} discovery={discovery} />
      <Rows discovery={discovery} completeness={known} />
      {section === "site_facts" && <HoursAndHolidays discovery={discovery} />}
      <Questions section={section} discovery={discovery} />
      <MissingList completeness={known} discovery={discovery} />
      {section === "site_facts" && <UsedBy siteId={discovery.site.id} />}
    </div>
  );
}

/** Findings of sections that have no table of rows to show them in. */
function LooseFindings({ section, discovery }: { section: DiscoverySection; discovery: SiteDiscovery }) {
  if (section !== "site_facts" && section !== "contacts") return null;
  const findings = findingsOfSection(discovery, section);
  if (findings.length === 0) return null;
  return (
    <div className="panel flex flex-col gap-1.5 p-3">
      {findings.map((finding) => (
        <FindingLine
          key={`${finding.code} ${finding.text}`}
          finding={finding}
          costRule={discovery.remainingCostRule}
        />
      ))}
    </div>
  );
}
