/** What every section is given. */
import type { SectionCompleteness } from "@/bindings/SectionCompleteness";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";

export interface SectionProps {
  discovery: SiteDiscovery;
  completeness: SectionCompleteness;
}
