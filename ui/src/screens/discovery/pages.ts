/** What a site has beside its sections; each is an entry below them. */
import { CircleDollarSign, ClipboardList, Images, type LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { words } from "@/words";
import { SiteCosts } from "./costs/SiteCosts";
import { SiteFiles } from "./files/SiteFiles";
import { AskedHere } from "./questions/AskedHere";

export interface SitePageEntry {
  /** Its name in the address. */
  key: string;
  label: string;
  icon: LucideIcon;
  Component: ComponentType<{ discovery: SiteDiscovery }>;
}

export const SITE_PAGES: readonly SitePageEntry[] = [
  {
    key: "questionnaires",
    label: words.questionnaires.title,
    icon: ClipboardList,
    Component: AskedHere,
  },
  { key: "files", label: words.files.title, icon: Images, Component: SiteFiles },
  { key: "costs", label: words.costs.title, icon: CircleDollarSign, Component: SiteCosts },
];
