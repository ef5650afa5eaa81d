/** Where something of a site is entered: a section, a row of it, a field. Kept in the address, so that all of it can be linked to. */
import type { DiscoveryMissing } from "@/bindings/DiscoveryMissing";
import type { DiscoverySection } from "@/bindings/DiscoverySection";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";

export interface Target {
  /** A section, or one of the further pages of a site; the first section when absent. */
  section?: string;
  /** Id of a row. */
  row?: string;
  /** A field as the wire spells it, or the key of a question. */
  field?: string;
}

/** The row that is not stored yet. */
export const NEW_ROW = "new";

/** Every section in the order in which a site is gone through. */
export const SECTION_ORDER: readonly DiscoverySection[] = [
  "site_facts",
  "contacts",
  "emergency",
  "legacy_system",
  "circuits",
  "special_lines",
  "devices",
  "needs",
  "licenses",
  "network",
  "notes",
];

/** Addresses are typed by hand, too: what does not fit is left out. */
export function parseTarget(search: Record<string, unknown>): Target {
  const target: Target = {};
  for (const part of ["section", "row", "field"] as const) {
    const value = search[part];
    if (typeof value === "string" && value !== "") target[part] = value;
  }
  return target;
}

/** Fields whose name is not the end of the missing item's key. */
const FIELDS: Readonly<Record<string, string>> = {
  "circuits.monthly_cost": "monthlyCostCents",
  "network.location": "emergencyLocationId",
};

/** Where a person enters what is missing. */
export function targetOf({ section, key, row }: DiscoveryMissing, discovery: SiteDiscovery): Target {
  const { site, questions, emergencyLocations } = discovery;
  if (questions.questions.some((question) => question.key === key)) return { section, field: key };
  const [, name = ""] = key.split(".");
  if (name === "complete") return { section, field: "state" };
  // Somebody is missing, not a field of somebody.
  if (name === "any" || section === "contacts") return { section, row: NEW_ROW };
  const location = emergencyLocations.find(({ id }) => id === row);
  const empty =
    key === "site.address"
      ? (["street", "city", "postalCode"] as const).find((part) => !site[part]?.trim())
      : (["houseNumber", "streetName", "city", "postalCode"] as const).find(
          (part) => !location?.[part]?.trim(),
        );
  const field = name === "address" ? empty : (FIELDS[key] ?? camelCase(name));
  return { section, row: row ?? undefined, field };
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** How many frames a field gets to appear: its section may be on its way. */
const PATIENCE = 30;

/** Puts the focus where the target says; without a row and a field nothing is looked for. */
export function focusTarget(
  { row, field }: Target,
  block: ScrollLogicalPosition = "center",
  patience = PATIENCE,
): void {
  if (!row && !field) return;
  const found = findTarget(row, field);
  if (found) {
    found.scrollIntoView({ block });
    found.focus({ preventScroll: true });
  } else if (patience > 0) {
    requestAnimationFrame(() => focusTarget({ row, field }, block, patience - 1));
  }
}

function findTarget(row?: string, field?: string): HTMLElement | null {
  const within = row ? document.querySelector(`[data-row="${CSS.escape(row)}"]`) : document;
  if (!within) return null;
  const place = field ? within.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`) : within;
  const control =
    "input:not([disabled]), select:not([disabled]), textarea:not([disabled]), button:not([disabled])";
  if (!(place instanceof HTMLElement)) return null;
  return place.matches(control) ? place : place.querySelector<HTMLElement>(`:checked, ${control}`);
}
