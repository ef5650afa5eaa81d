/** Where dropped files go. Pure. */
import type { DiscoverySection } from "@/bindings/DiscoverySection";
import type { FileHandle } from "@/host";
import { SECTION_ORDER } from "@/screens/discovery/target";

/** What is on screen, as the address says. */
export interface Place {
  siteId?: string | undefined;
  section?: string | undefined;
  /** Whether what a carrier says of orders is read here. */
  onStatusSheet?: boolean;
}

export type Drop =
  | { to: "nowhere" }
  | { to: "workspace"; file: FileHandle }
  | { to: "import"; files: readonly FileHandle[] }
  | { to: "status"; file: FileHandle }
  | { to: "site"; siteId: string; section: DiscoverySection | null; files: readonly FileHandle[] }
  /** Onto a site, with spreadsheets among them: a person says whether those are imported. */
  | { to: "ask"; siteId: string; section: DiscoverySection | null; files: readonly FileHandle[] };

const SPREADSHEETS = [".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv"];

export function isSpreadsheet({ name }: Pick<FileHandle, "name">): boolean {
  return SPREADSHEETS.some((ending) => name.toLowerCase().endsWith(ending));
}

/** Text that is read as an e-mail, and not as a table. */
export function isMail({ name }: Pick<FileHandle, "name">): boolean {
  return [".eml", ".txt"].some((ending) => name.toLowerCase().endsWith(ending));
}

/**
 * A workspace is opened wherever it is dropped; on a site's page files stay with the site; a mail file and whatever is
 * dropped beside a status sheet says something of orders; elsewhere files are imported.
 */
export function ruleOf(files: readonly FileHandle[], { siteId, section: shown, onStatusSheet }: Place): Drop {
  const workspace = files.find(({ name }) => name.toLowerCase().endsWith(".portflow"));
  if (workspace) return { to: "workspace", file: workspace };
  if (files.length === 0) return { to: "nowhere" };
  const mail = files.find(({ name }) => name.toLowerCase().endsWith(".eml"));
  const told = onStatusSheet ? files[0] : mail;
  if (!siteId && told) return { to: "status", file: told };
  if (!siteId) return { to: "import", files };
  const section = SECTION_ORDER.find((known) => known === shown) ?? null;
  return { to: files.some(isSpreadsheet) ? "ask" : "site", siteId, section, files };
}
