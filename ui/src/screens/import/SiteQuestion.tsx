/** Asks at which site the rows were found that do not say it themselves. Nothing is chosen for a person. */
import type { SheetPreview } from "@/bindings/SheetPreview";
import type { Site } from "@/bindings/Site";
import { useRead } from "@/queries/commands";
import { words } from "@/words";
import { isFoundAtSite } from "./fields";
import type { ImportState } from "./useImport";

export function SiteQuestion({ state, read }: { state: ImportState; read: SheetPreview }) {
  if (!isFoundAtSite(read.settings.target)) return null;
  return <SiteChoice state={state} read={read} />;
}

function SiteChoice({ state, read }: { state: ImportState; read: SheetPreview }) {
  const { data: detail } = useRead("migration_get", { id: state.choices.migrationId });
  const { data: sites = [] } = useRead("site_list", { customerId: detail?.migration.customerId ?? null });
  const own = sites.filter(({ customerId }) => customerId === detail?.migration.customerId);
  const others = read.settings.defaults.filter(({ field }) => field !== "site");
  const chosen = read.settings.defaults.find(({ field }) => field === "site")?.value ?? "";
  const take = (site: string) => {
    const place = { file: read.file, sheet: read.sheet };
    const defaults =
      site === "" ? others : [...others, { field: "site" as const, value: site, sourceRow: null }];
    state.take({ kind: "sheet", place, step: { kind: "defaults", defaults } });
  };
  const isKnown = chosen === "" || own.some(({ name }) => name === chosen);
  return (
    <label className="flex flex-none flex-wrap items-center gap-2">
      <span className="font-medium">{words.imports.withoutSite}</span>
      <select className="input w-64!" value={chosen} onChange={(event) => take(event.target.value)}>
        <option value="">{words.imports.withoutSiteRefused}</option>
        {!isKnown && <option value={chosen}>{chosen}</option>}
        {own.map((site: Site) => (
          <option key={site.id} value={site.name}>
            {site.id === detail?.migration.siteId ? words.imports.siteOfMigration(site.name) : site.name}
          </option>
        ))}
      </select>
      <span className="text-muted text-small">{words.imports.withoutSiteHelp}</span>
    </label>
  );
}
