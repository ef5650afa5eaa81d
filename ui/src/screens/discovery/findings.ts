/** To which section, row and field a finding belongs. */
import type { DiscoveryFinding } from "@/bindings/DiscoveryFinding";
import type { DiscoverySection } from "@/bindings/DiscoverySection";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";

/** The sections that show a finding; one about the site itself, or about no row of it, stands with the site facts. */
export function sectionsOf(finding: DiscoveryFinding, discovery: SiteDiscovery): DiscoverySection[] {
  const rowsOf: [DiscoverySection, { id: string }[]][] = [
    ["emergency", discovery.emergencyLocations],
    ["network", discovery.networkSegments],
    ["legacy_system", discovery.legacySystems],
    ["circuits", discovery.circuits],
    ["special_lines", discovery.specialLines],
    ["devices", discovery.devices],
    ["licenses", discovery.licenses],
    ["contacts", discovery.contacts],
  ];
  const shown = rowsOf.filter(([, rows]) => rows.some((row) => finding.rows.includes(row.id)));
  const sections = shown.map(([section]) => section);
  const isOfSite = sections.length === 0 || finding.rows.includes(discovery.site.id);
  return isOfSite ? ["site_facts", ...sections] : sections;
}

export function findingsOfSection(discovery: SiteDiscovery, section: DiscoverySection): DiscoveryFinding[] {
  return discovery.findings.filter((finding) => sectionsOf(finding, discovery).includes(section));
}

export function findingsOfRow(discovery: SiteDiscovery, row: string): DiscoveryFinding[] {
  return discovery.findings.filter((finding) => finding.rows.includes(row));
}

export function countBySeverity(findings: DiscoveryFinding[]): { errors: number; warnings: number } {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return { errors, warnings: findings.length - errors };
}

/** Spellings of one place that a row, or the site, takes part in. */
export function spellingsOf(discovery: SiteDiscovery, row: string): string[] {
  const taking = discovery.addressSpellings.filter(({ carrierRow, otherRow }) =>
    [carrierRow, otherRow].includes(row),
  );
  return taking.map(({ note }) => note);
}
