/** Words of site discovery: the list of sites, the page of one and its sections. */
import type { DiscoverySection } from "@/bindings/DiscoverySection";
import { discoveryForms } from "./discoveryForms";
import { discoverySections } from "./discoverySections";
import { discoveryWorkbook } from "./discoveryWorkbook";

const sections: Readonly<Record<DiscoverySection, string>> = {
  site_facts: "Site facts",
  contacts: "Contacts",
  emergency: "Emergency locations",
  legacy_system: "Legacy system",
  circuits: "Trunks and circuits",
  special_lines: "Special lines",
  devices: "Devices",
  needs: "Needs",
  licenses: "Licenses",
  network: "Network",
  notes: "Notes",
};

const frame = {
  open: "Site discovery",
  step: "Learn what there is at the site",
  openOf: (site: string) => `Site discovery of ${site}`,
  known: (percent: number) => `${percent} % known`,
  percent: (percent: number) => `${percent} %`,
  missingShort: (count: number) => `${count} missing`,
  parts: "Parts of the discovery",
  missingRequired: (count: number) => `${count} required missing`,
  findings: (errors: number, warnings: number) =>
    [
      errors > 0 ? (errors === 1 ? "1 error" : `${errors} errors`) : "",
      warnings > 0 ? (warnings === 1 ? "1 warning" : `${warnings} warnings`) : "",
    ]
      .filter(Boolean)
      .join(", "),
} as const;

const section = {
  state: "How much is known",
  saidBy: "Said by",
  saidByHelp: "Who said so at the site.",
  notes: "Notes",
  notesHelp: "For unknown and not applicable: why.",
  missing: "What is missing",
  missingNone: "Nothing is missing here.",
  required: "Required",
  asked: "Asked, and nobody could say",
} as const;

const fields = {
  saving: "Saving…",
  saved: "Saved",
  conflict: (label: string, theirs: string) => `${label} was changed by somebody else to “${theirs}”.`,
  mine: (mine: string) => `You have entered “${mine}”.`,
  empty: "nothing",
  keepMine: "Keep mine",
  takeTheirs: "Take theirs",
  gone: "This was removed by somebody else.",
  notWhole: "Enter a whole number.",
  notMoney: "Enter dollars and cents, such as 1,250.00.",
  notDate: "Enter a whole date, such as 2027-03-31.",
  notRanges: "Enter first and last extension of each range, such as 2000-2999, 3500-3599.",
  unsaved: (label: string) => `${label} was not saved.`,
} as const;

const rows = {
  actions: "Details and removal",
  details: (name: string) => `Details of ${name}`,
  remove: (name: string) => `Remove ${name} (Alt+Delete)`,
  removed: (name: string) => `${name} was removed.`,
  clear: "Clear the new row",
  needs: (labels: string) => `Not stored yet. Still needed: ${labels}.`,
} as const;

const list = {
  title: "Sites",
  filter: "Search sites, customers, cities",
  order: "Order",
  orders: {
    name: "Customer and name",
    known: "Least known first",
    missing: "Most missing first",
    findings: "Most findings first",
  },
  known: "Known",
  missing: "Required missing",
  undecided: "Undecided lines",
  findings: "Findings",
  empty: "No sites yet",
  emptyHelp: "A site belongs to a customer. Add it on the customer's page.",
  nothing: "No site fits what you have typed.",
} as const;

export const discovery = {
  ...frame,
  sections,
  section,
  fields,
  rows,
  list,
  ...discoverySections,
  ...discoveryForms,
  workbook: discoveryWorkbook,
} as const;
