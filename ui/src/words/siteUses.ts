/** Words of where values of a site are used, and of what a site proposes to later steps. */
import type { SiteUseField } from "@/bindings/SiteUseField";
import type { SiteUseKind } from "@/bindings/SiteUseKind";

const what: Readonly<Record<SiteUseKind, string>> = {
  migration: "Migration",
  losing_account: "Losing account",
  port_order: "Port order",
  auto_attendant: "Auto attendant",
};

const field: Readonly<Record<SiteUseField, string>> = {
  time_zone: "Time zone",
  business_hours: "Business hours",
  holidays: "Holidays",
  address: "Address",
  btn: "BTN",
  signer: "Authorized signer",
};

export const siteUses = {
  title: "Used by",
  none: "Nothing uses the values of this site yet.",
  columns: { what: "What", name: "Name", value: "Value", state: "State", take: "Take over" },
  what,
  field,
  current: "As at the site",
  differs: "Differs",
  take: "Take the site’s",
  takeOf: (name: string, value: string) => `Take the site’s ${value.toLowerCase()} over into ${name}`,
  taken: (name: string) => `${name} has the site’s value.`,
  fromSite: "Take over from a site",
  fromSiteHelp:
    "Carrier, BTN and address as they were learnt there; check them against the customer service record.",
  fromNone: "Enter everything by hand",
} as const;
