/** The hours and holidays of a site as they are stored, and the ways to change them. */
import type { BusinessHours } from "@/bindings/BusinessHours";
import type { Holiday } from "@/bindings/Holiday";
import type { Site } from "@/bindings/Site";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import type { ApiError } from "@/host";
import { toApiError } from "@/host/error";
import { call } from "@/queries/commands";
import type { Stored } from "../fields/record";
import { type Fields, useFields } from "../fields/useFields";
import { type DiscoveryCache, useDiscoveryCache } from "../useDiscovery";
import { columnOf, DAYS, known, NO_HOURS } from "./week";

/** Hours and holidays are stored together, so a save of a day carries the holidays of the same revision. */
interface Week extends BusinessHours {
  holidays: Holiday[];
}

const COLUMNS = DAYS.map((day) => columnOf<Week>(day));

/** The days of the week as fields. */
export function useWeek(discovery: SiteDiscovery): Fields<Week> {
  const cache = useDiscoveryCache(discovery.site.id);
  return useFields<Week>(
    {
      stored: storedOf(discovery.site),
      send: async ({ holidays, ...week }, revision) =>
        storedOf(await store(cache, discovery.site.id, revision ?? 0, { week, holidays })),
      readAgain: async () => storedOf((await cache.readAgain()).site),
    },
    COLUMNS,
  );
}

export interface SiteHours {
  week: BusinessHours;
  holidays: Holiday[];
}

/** Somebody else would have to be quicker this many times in a row. */
const TRIES = 4;

/** Changes what is stored, whatever it is by then; gives the refusal, if there is one. */
export function useChangeHours({ site }: SiteDiscovery) {
  const cache = useDiscoveryCache(site.id);
  return async (change: (hours: SiteHours) => SiteHours | ApiError): Promise<ApiError | null> => {
    let newest = cache.now()?.site ?? site;
    for (let tries = 1; ; tries += 1) {
      const changed = change({ week: newest.businessHours ?? NO_HOURS, holidays: newest.holidays });
      if ("code" in changed) return changed;
      try {
        await store(cache, site.id, newest.revision, changed);
        return null;
      } catch (cause) {
        const error = toApiError(cause);
        if (error.code !== "conflict" || tries === TRIES) return error;
        newest = (await cache.readAgain()).site;
      }
    }
  };
}

async function store(
  cache: DiscoveryCache,
  siteId: string,
  revision: number,
  { week, holidays }: SiteHours,
): Promise<Site> {
  const site = await call("site_hours_set", { siteId, revision, businessHours: known(week), holidays });
  cache.put((before) => ({ ...before, site }));
  return site;
}

function storedOf({ businessHours, holidays, revision }: Site): Stored<Week> {
  return { values: { ...(businessHours ?? NO_HOURS), holidays }, revision };
}
