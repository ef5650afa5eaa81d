/** One section: how far it is and who said so, what is entered in it, and what is missing. */
import type { DiscoverySection } from "@/bindings/DiscoverySection";
import type { SiteCompleteness } from "@/bindings/SiteCompleteness";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { words } from "@/words";
import { MissingList } from "./MissingList";
import { SectionHeader } from "./SectionHeader";
import { SECTIONS } from "./sections";

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
      <Rows discovery={discovery} completeness={known} />
      <MissingList completeness={known} discovery={discovery} />
    </div>
  );
}
