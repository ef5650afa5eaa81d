/** What a site has beside its sections; each is an entry below them. */
import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";

export interface SitePageEntry {
  /** Its name in the address. */
  key: string;
  label: string;
  icon: LucideIcon;
  Component: ComponentType<{ discovery: SiteDiscovery }>;
}

export const SITE_PAGES: readonly SitePageEntry[] = [];
