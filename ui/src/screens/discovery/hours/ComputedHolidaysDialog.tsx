/** The holidays of coming years: shown before they are added, and never in place of what was entered. */
import { useState } from "react";
import type { HolidaySet } from "@/bindings/HolidaySet";
import type { HolidaysOfYears } from "@/bindings/HolidaysOfYears";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { Button } from "@/components/Button";
import { Dialog, DialogActions, DialogBody } from "@/components/Dialog";
import { ErrorNotice } from "@/components/ErrorNotice";
import { CheckField, SelectField, TextField } from "@/components/Field";
import { Answer } from "@/components/Query";
import { ScrollRegion } from "@/components/ScrollRegion";
import { formatDate } from "@/format";
import type { ApiError } from "@/host";
import { useRead } from "@/queries/commands";
import { words } from "@/words";
import { byDate, writeShortDay } from "./holidays";
import { readHours } from "./text";
import { useChangeHours } from "./useSiteHours";

const say = words.discovery.holidays;
const SETS = Object.entries(say.sets).map(([value, label]) => ({ value, label }));
const SET_OF_COUNTRY: Readonly<Record<string, HolidaySet>> = {
  US: "us_federal",
  CA: "canada_federal",
  GB: "england_wales",
  DE: "germany",
  MX: "mexico",
};

interface ComputedHolidaysDialogProps {
  discovery: SiteDiscovery;
  onClose: () => void;
}

export function ComputedHolidaysDialog({ discovery, onClose }: ComputedHolidaysDialogProps) {
  const { wanted, request, set } = useWanted(discovery);
  const computed = useRead("holiday_set", request, { keepPrevious: true });
  const change = useChangeHours(discovery);
  const [error, setError] = useState<ApiError | null>(null);
  const added = computed.data?.added ?? [];
  async function add() {
    const refusal = await change((hours) => {
      const isFree = ({ date }: { date: string }) => hours.holidays.every((entered) => entered.date !== date);
      return { ...hours, holidays: byDate([...hours.holidays, ...added.filter(isFree)]) };
    });
    if (refusal) setError(refusal);
    else onClose();
  }
  return (
    <Dialog open onClose={onClose} title={say.computeTitle} description={say.computeHelp} width={560}>
      <DialogBody>
        {error && <ErrorNotice error={error} />}
        <div className="grid grid-cols-[1fr_96px_96px] gap-3">
          <SelectField
            label={say.set}
            choices={SETS}
            value={wanted.set}
            onChange={(event) => set({ set: event.target.value as HolidaySet })}
          />
          <TextField
            label={say.firstYear}
            type="number"
            value={wanted.first}
            onChange={(event) => set({ first: event.target.value })}
          />
          <TextField
            label={say.lastYear}
            type="number"
            value={wanted.last}
            onChange={(event) => set({ last: event.target.value })}
          />
        </div>
        <CheckField
          label={say.customary}
          checked={wanted.customary}
          onChange={(event) => set({ customary: event.target.checked })}
        />
        <TextField
          label={say.shortEves}
          optional
          placeholder="8-12"
          error={wanted.evesProblem}
          value={wanted.eves}
          onChange={(event) => set({ eves: event.target.value })}
        />
        <Answer of={computed}>
          {({ computed: days }) => (
            <>
              <p role="status">{say.computed(days.length, added.length)}</p>
              <ScrollRegion label={say.computeTitle} className="max-h-52 rounded-md border border-line">
                <table className="table">
                  <tbody>
                    {days.map((day) => (
                      <tr key={day.date}>
                        <td className="whitespace-nowrap">{formatDate(day.date)}</td>
                        <td>{day.name}</td>
                        <td className="text-muted">
                          {added.some(({ date }) => date === day.date) ? writeShortDay(day) : say.there}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </ScrollRegion>
            </>
          )}
        </Answer>
      </DialogBody>
      <DialogActions>
        <Button onClick={onClose}>{words.common.cancel}</Button>
        <Button
          tone="primary"
          disabled={added.length === 0 || computed.isError || computed.isPlaceholderData}
          onClick={() => void add()}
        >
          {say.computeAdd(added.length)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface Wanted {
  set: HolidaySet;
  first: string;
  last: string;
  customary: boolean;
  eves: string;
}

/** What the person chose, and the request for it; years that are no years yet are those of today. */
function useWanted({ site }: SiteDiscovery) {
  const thisYear = new Date().getFullYear();
  const [chosen, setChosen] = useState<Wanted>({
    set: SET_OF_COUNTRY[site.country] ?? "us_federal",
    first: String(thisYear),
    last: String(thisYear + 2),
    customary: false,
    eves: "",
  });
  const eves = readHours(chosen.eves);
  const isOne = "ranges" in eves && eves.ranges.length <= 1;
  const year = (text: string, otherwise: number) => (/^\d{4}$/.test(text) ? Number(text) : otherwise);
  const firstYear = year(chosen.first, thisYear);
  const request: HolidaysOfYears = {
    siteId: site.id,
    set: chosen.set,
    firstYear,
    lastYear: year(chosen.last, firstYear),
    customary: chosen.customary,
    shortEves: isOne ? (eves.ranges[0] ?? null) : null,
  };
  return {
    wanted: { ...chosen, evesProblem: isOne ? undefined : say.oneRange },
    request,
    set: (part: Partial<Wanted>) => setChosen({ ...chosen, ...part }),
  };
}
