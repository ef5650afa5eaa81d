/** Days with hours of their own: typed one by one, or computed for coming years. */
import { CalendarPlus, Trash2 } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Holiday } from "@/bindings/Holiday";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { Button } from "@/components/Button";
import { ErrorNotice } from "@/components/ErrorNotice";
import { TextField } from "@/components/Field";
import { Section } from "@/components/Page";
import { notifyError } from "@/components/Toast";
import { formatDateShort } from "@/format";
import type { ApiError } from "@/host";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import { ComputedHolidaysDialog } from "./ComputedHolidaysDialog";
import {
  byDate,
  goneError,
  problemOf,
  type ReadHoliday,
  readShortDay,
  withShortDay,
  writeShortDay,
} from "./holidays";
import { useChangeHours } from "./useSiteHours";

const say = words.discovery.holidays;

type ChangeHolidays = (change: (holidays: Holiday[]) => Holiday[] | ApiError) => Promise<ApiError | null>;

export function HolidaysSection({ discovery }: { discovery: SiteDiscovery }) {
  const { holidays } = discovery.site;
  const changeHours = useChangeHours(discovery);
  const mayChange = useMayChange();
  const [computing, setComputing] = useState(false);
  const change: ChangeHolidays = (next) =>
    changeHours((hours) => {
      const changed = next(hours.holidays);
      return "code" in changed ? changed : { ...hours, holidays: changed };
    });
  return (
    <Section
      title={say.title}
      flush
      actions={
        mayChange && (
          <Button icon={CalendarPlus} onClick={() => setComputing(true)}>
            {say.compute}
          </Button>
        )
      }
    >
      <div data-field="holidays">
        {mayChange && <NewHoliday change={change} />}
        {holidays.length === 0 ? (
          <p className="p-3 text-muted">{say.empty}</p>
        ) : (
          <table className="table table-fixed" aria-label={say.title}>
            <colgroup>
              <col className="w-40" />
              <col />
              <col className="w-36" />
              <col className="w-12" />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">{say.date}</th>
                <th scope="col">{say.name}</th>
                <th scope="col">{say.short}</th>
                <th scope="col">
                  <span className="visually-hidden">{words.common.edit}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {holidays.map((holiday) => (
                <HolidayRow
                  key={`${holiday.date} ${holiday.name}`}
                  holiday={holiday}
                  change={change}
                  readOnly={!mayChange}
                />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {computing && <ComputedHolidaysDialog discovery={discovery} onClose={() => setComputing(false)} />}
    </Section>
  );
}

function NewHoliday({ change }: { change: ChangeHolidays }) {
  const [date, setDate] = useState("");
  const [name, setName] = useState("");
  const [short, setShort] = useState("");
  const [error, setError] = useState<ApiError | null>(null);
  const first = useRef<HTMLInputElement>(null);
  async function add(event: FormEvent) {
    event.preventDefault();
    const read = readShortDay({ date, name: name.trim() }, short);
    const refusal =
      "problem" in read
        ? problemOf(read.problem)
        : await change((holidays) => byDate([...holidays, read.holiday]));
    setError(refusal);
    if (refusal) return;
    setDate("");
    setName("");
    setShort("");
    first.current?.focus();
  }
  return (
    <form onSubmit={add} className="flex flex-col gap-2 border-line border-b p-3" aria-label={say.add}>
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          ref={first}
          className="w-36"
          label={say.date}
          type="date"
          required
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
        <TextField
          className="min-w-28 flex-1"
          label={say.name}
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          className="w-32"
          label={say.short}
          placeholder={words.discovery.hours.closed}
          value={short}
          onChange={(event) => setShort(event.target.value)}
        />
        <Button type="submit">{say.add}</Button>
      </div>
      {error && <ErrorNotice error={error} />}
    </form>
  );
}

interface HolidayRowProps {
  holiday: Holiday;
  change: ChangeHolidays;
  readOnly: boolean;
}

function HolidayRow({ holiday, change, readOnly }: HolidayRowProps) {
  const row = useHoliday(holiday, change);
  const about = `${holiday.name}, ${formatDateShort(holiday.date)}`;
  const shared = { className: "input", readOnly, onBlur: row.leave, onKeyDown: row.onKeyDown } as const;
  return (
    <>
      <tr>
        <td className="whitespace-nowrap">
          {formatDateShort(holiday.date)}, {holiday.date.slice(0, 4)}
        </td>
        <td>
          <input
            {...shared}
            aria-label={`${say.name}, ${about}`}
            value={row.name}
            onChange={(event) => row.type({ name: event.target.value })}
          />
        </td>
        <td>
          <input
            {...shared}
            aria-label={`${say.short}, ${about}`}
            placeholder={words.discovery.hours.closed}
            value={row.short}
            onChange={(event) => row.type({ short: event.target.value })}
          />
        </td>
        <td className="numeric">
          {!readOnly && (
            <Button
              tone="quiet"
              icon={Trash2}
              label={say.remove(about)}
              onClick={async () => {
                const refusal = await change((holidays) =>
                  holidays.filter((other) => !isSame(other, holiday)),
                );
                if (refusal) notifyError(refusal);
              }}
            />
          )}
        </td>
      </tr>
      {row.error && (
        <tr>
          <td colSpan={4}>
            <p role="alert" className="text-danger text-small">
              {[row.error.message, ...row.error.hints].join(" ")}
            </p>
          </td>
        </tr>
      )}
    </>
  );
}

interface Draft {
  name: string;
  short: string;
}

/** What is typed for a holiday, stored when a field is left. */
function useHoliday(holiday: Holiday, change: ChangeHolidays) {
  const stored: Draft = { name: holiday.name, short: writeShortDay(holiday) };
  const [draft, setDraft] = useState<Draft | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const now = useRef(draft);
  now.current = draft;

  async function leave() {
    const typed = now.current;
    if (!typed || (typed.name === stored.name && typed.short === stored.short)) {
      setDraft(null);
      setError(null);
      return;
    }
    const read: ReadHoliday = readShortDay({ ...holiday, name: typed.name.trim() }, typed.short);
    if ("problem" in read) return setError(problemOf(read.problem));
    const refusal = await change((holidays) =>
      holidays.some((other) => isSame(other, holiday))
        ? holidays.map((other) => (isSame(other, holiday) ? read.holiday : other))
        : goneError(),
    );
    setError(refusal);
    if (!refusal) setDraft(null);
  }

  const flush = useRef(leave);
  flush.current = leave;
  useEffect(() => () => void (now.current && flush.current()), []);

  return {
    ...(draft ?? stored),
    error,
    leave,
    type: (part: Partial<Draft>) => setDraft({ ...(draft ?? stored), ...part }),
    onKeyDown: (event: { key: string; preventDefault: () => void }) => {
      if (event.key === "Enter") void leave();
      if (event.key === "Escape" && draft) {
        event.preventDefault();
        setDraft(null);
        setError(null);
      }
    },
  };
}

function isSame(one: Holiday, other: Holiday): boolean {
  const plain = (holiday: Holiday) => JSON.stringify(withShortDay(holiday, null));
  return plain(one) === plain(other) && one.open === other.open && one.close === other.close;
}
