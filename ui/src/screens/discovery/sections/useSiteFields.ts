/** The plain fields of a site itself, saved one by one as it is left. */
import type { Site } from "@/bindings/Site";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import type { UpdateSite } from "@/bindings/UpdateSite";
import { call } from "@/queries/commands";
import type { Column } from "../fields/cells";
import type { Stored } from "../fields/record";
import { type Fields, useFields } from "../fields/useFields";
import { useDiscoveryCache } from "../useDiscovery";

export type SiteValues = Omit<UpdateSite, "id" | "revision">;

export function useSiteFields(
  { site }: SiteDiscovery,
  columns: readonly Column<SiteValues>[],
): Fields<SiteValues> {
  const cache = useDiscoveryCache(site.id);
  return useFields<SiteValues>(
    {
      stored: storedOf(site),
      send: async (values, revision) => {
        const after = await call("site_update", { id: site.id, revision: revision ?? 0, ...values });
        cache.put((before) => ({ ...before, site: after }));
        return storedOf(after);
      },
      readAgain: async () => storedOf((await cache.readAgain()).site),
    },
    columns,
  );
}

function storedOf(site: Site): Stored<SiteValues> {
  const { name, code, street, city, state, postalCode, country, timeZone, mainNumber } = site;
  const { legacyPbx, discoveryNotes, revision } = site;
  const address = { street, city, state, postalCode, country };
  return { values: { name, code, ...address, timeZone, mainNumber, legacyPbx, discoveryNotes }, revision };
}
