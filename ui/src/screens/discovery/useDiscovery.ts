/** The discovery of a site in the cache: read, read anew, and changed by what a save answered before the event comes. */
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { readQuery } from "@/queries/commands";

export interface DiscoveryCache {
  /** What is cached. */
  now: () => SiteDiscovery | undefined;
  put: (change: (discovery: SiteDiscovery) => SiteDiscovery) => void;
  /** Asks anew, whatever is cached. */
  readAgain: () => Promise<SiteDiscovery>;
}

export function useDiscoveryCache(siteId: string): DiscoveryCache {
  const client = useQueryClient();
  return useMemo(() => {
    const query = readQuery("site_discovery", { id: siteId });
    return {
      now: () => client.getQueryData<SiteDiscovery>(query.queryKey),
      put: (change) =>
        client.setQueryData<SiteDiscovery>(query.queryKey, (discovery) => discovery && change(discovery)),
      readAgain: () => client.fetchQuery({ ...query, staleTime: 0 }),
    };
  }, [client, siteId]);
}
