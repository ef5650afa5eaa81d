/** Which sites are shown, and in which order. Pure. */
import type { SiteScore } from "@/bindings/SiteScore";

export type SiteOrder = "name" | "known" | "missing" | "findings";

/** Every word has to stand somewhere in the customer, the site or its place. */
export function sitesShown(sites: readonly SiteScore[], typed: string, order: SiteOrder): SiteScore[] {
  const terms = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ customerName, siteName, city, state }: SiteScore) => {
    const text = [customerName, siteName, city, state].join(" ").toLowerCase();
    return terms.every((term) => text.includes(term));
  };
  const shown = sites.filter(fits);
  // Sorting keeps the order of what is equal: that of the customers and their sites.
  return order === "name" ? shown : shown.sort((a, b) => weight(b, order) - weight(a, order));
}

function weight(site: SiteScore, order: Exclude<SiteOrder, "name">): number {
  if (order === "known") return -site.score.percent;
  if (order === "missing") return site.missingRequired;
  return site.errors * 1000 + site.warnings;
}
