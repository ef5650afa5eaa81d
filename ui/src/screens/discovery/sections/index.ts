/** The component of each section. */
import type { ComponentType } from "react";
import type { DiscoverySection } from "@/bindings/DiscoverySection";
import { Circuits } from "./Circuits";
import { Contacts } from "./Contacts";
import { Devices } from "./Devices";
import { Emergency } from "./Emergency";
import { LegacySystem } from "./LegacySystem";
import { Licenses } from "./Licenses";
import { Needs } from "./Needs";
import { Network } from "./Network";
import { Notes } from "./Notes";
import { SiteFacts } from "./SiteFacts";
import { SpecialLines } from "./SpecialLines";
import type { SectionProps } from "./types";

export const SECTIONS: Readonly<Record<DiscoverySection, ComponentType<SectionProps>>> = {
  site_facts: SiteFacts,
  contacts: Contacts,
  emergency: Emergency,
  legacy_system: LegacySystem,
  circuits: Circuits,
  special_lines: SpecialLines,
  devices: Devices,
  needs: Needs,
  licenses: Licenses,
  network: Network,
  notes: Notes,
};
