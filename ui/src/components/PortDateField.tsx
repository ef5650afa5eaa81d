/** The day that is asked for: typed as ISO, or chosen from a calendar that knows on which days numbers may move. */
import { CalendarDays } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { PortDates } from "@/bindings/PortDates";
import type { PortDay } from "@/bindings/PortDay";
import { formatDate, formatInstantIn } from "@/format";
import { useRead } from "@/queries/commands";
import { words } from "@/words";
import { Button } from "./Button";
import { addDays, addMonths, monthOf, monthTitle, weeksOf } from "./calendar";
import { TextField } from "./Field";
import { Loading } from "./Progress";

const say = words.carriers.dates;

interface PortDateFieldProps {
  label: string;
  error?: string;
  optional?: boolean;
  value: string;
  onChange: (date: string) => void;
  /** Whose carrier and site are asked. */
  migrationId: string;
  /** How many numbers the order has. */
  numbers: number;
}

export function PortDateField(props: PortDateFieldProps) {
  const { value, onChange, migrationId, numbers } = props;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const asked = { migrationId, numbers, carrierId: null, siteId: null };
  const day = useRead(
    "port_date_choices",
    { ...asked, from: isDate ? value : null, to: isDate ? value : null },
    { enabled: isDate },
  );
  const chosen = isDate ? day.data?.days[0] : undefined;
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${isOpen ? "col-span-full" : ""}`}>
      <div className="flex items-end gap-1">
        <TextField
          className="flex-1"
          label={props.label}
          optional={props.optional}
          error={props.error}
          placeholder="2027-02-09"
          value={value}
          onChange={(event) => onChange(event.target.value.trim())}
          aria-describedby={chosen?.reason ? `${id}-said` : undefined}
        />
        <Button
          icon={CalendarDays}
          label={say.open}
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-days` : undefined}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      {chosen?.reason && (
        <p id={`${id}-said`} className="text-small text-warn">
          {chosen.reason}
        </p>
      )}
      {isOpen && (
        <div id={`${id}-days`}>
          <Calendar
            asked={asked}
            value={isDate ? value : ""}
            onChoose={(date) => {
              onChange(date);
              setOpen(false);
            }}
          />
        </div>
      )}
    </div>
  );
}

interface CalendarProps {
  asked: { migrationId: string; numbers: number; carrierId: null; siteId: null };
  value: string;
  onChoose: (date: string) => void;
}

function Calendar({ asked, value, onChoose }: CalendarProps) {
  const first = useRead("port_date_choices", { ...asked, from: null, to: null });
  const [focused, setFocused] = useState(value);
  const at = focused || (first.data?.earliest ?? first.data?.receivedOn ?? "");
  const weeks = at === "" ? [] : weeksOf(monthOf(at));
  const dates = useRead(
    "port_date_choices",
    { ...asked, from: weeks[0]?.[0] ?? null, to: weeks.at(-1)?.at(-1) ?? null },
    { enabled: weeks.length > 0, keepPrevious: true },
  );
  if (first.error) return <p className="text-danger text-small">{first.error.message}</p>;
  if (!first.data || !dates.data) return <Loading />;
  return (
    <div className="panel flex gap-3 p-2">
      <div className="flex w-64 flex-none flex-col gap-2">
        <div className="flex items-center gap-1">
          <Button tone="quiet" aria-label={say.previous} onClick={() => setFocused(addMonths(at, -1))}>
            ‹
          </Button>
          <h3 className="flex-1 text-center font-medium" aria-live="polite">
            {monthTitle(at)}
          </h3>
          <Button tone="quiet" aria-label={say.next} onClick={() => setFocused(addMonths(at, 1))}>
            ›
          </Button>
        </div>
        <DayGrid
          weeks={weeks}
          days={dates.data.days}
          month={monthOf(at)}
          at={at}
          value={value}
          onMove={setFocused}
          onChoose={onChoose}
        />
      </div>
      <Explained dates={first.data} onChoose={onChoose} />
    </div>
  );
}

interface DayGridProps {
  weeks: string[][];
  days: PortDay[];
  month: string;
  /** The day that the keyboard is on. */
  at: string;
  value: string;
  onMove: (date: string) => void;
  onChoose: (date: string) => void;
}

const STEPS: Readonly<Record<string, (date: string) => string>> = {
  ArrowLeft: (date) => addDays(date, -1),
  ArrowRight: (date) => addDays(date, 1),
  ArrowUp: (date) => addDays(date, -7),
  ArrowDown: (date) => addDays(date, 7),
  PageUp: (date) => addMonths(date, -1),
  PageDown: (date) => addMonths(date, 1),
};

function DayGrid({ weeks, days, month, at, value, onMove, onChoose }: DayGridProps) {
  const verdicts = new Map(days.map((day) => [day.date, day]));
  const table = useRef<HTMLTableElement>(null);
  const moved = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the day and nothing else.
  useEffect(() => {
    if (moved.current) table.current?.querySelector<HTMLElement>(`[data-date="${at}"]`)?.focus();
    moved.current = false;
  }, [at, days]);
  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    moved.current = true;
    onMove(step(at));
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys move through the days.
    <table ref={table} role="grid" aria-label={say.calendar} className="days" onKeyDown={onKeyDown}>
      <thead>
        <tr>
          {Object.values(words.carriers.weekdays).map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((date) => (
              <DayCell
                key={date}
                date={date}
                day={verdicts.get(date)}
                isOther={monthOf(date) !== month}
                isAt={date === at}
                isChosen={date === value}
                onChoose={onChoose}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayCellProps {
  date: string;
  day: PortDay | undefined;
  isOther: boolean;
  isAt: boolean;
  isChosen: boolean;
  onChoose: (date: string) => void;
}

/** A day that the carrier does not take can be reached, so that its reason is read, and not chosen. */
function DayCell({ date, day, isOther, isAt, isChosen, onChoose }: DayCellProps) {
  const verdict = day?.verdict ?? "too_early";
  const isPossible = verdict === "possible" || verdict === "unwise";
  const said = say.day(formatDate(date), words.carriers.verdicts[verdict], day?.reason ?? null);
  return (
    <td>
      <button
        type="button"
        data-date={date}
        className={`day day-${verdict}${isOther ? " day-other" : ""}${isChosen ? " day-chosen" : ""}`}
        tabIndex={isAt ? 0 : -1}
        aria-label={said}
        title={said}
        aria-current={isChosen ? "date" : undefined}
        aria-disabled={!isPossible}
        onClick={() => isPossible && onChoose(date)}
      >
        {Number(date.slice(8))}
      </button>
    </td>
  );
}

function Explained({ dates, onChoose }: { dates: PortDates; onChoose: (date: string) => void }) {
  const { earliest, cutOff, carrierZone, siteZone } = dates;
  const inZone = (zone: string) => (cutOff ? formatInstantIn(cutOff, zone) : "");
  return (
    <div className="flex min-w-0 flex-col gap-0.5 text-muted text-small">
      {earliest ? (
        <div>
          <Button tone="quiet" onClick={() => onChoose(earliest)}>
            {say.earliest(formatDate(earliest))}
          </Button>
        </div>
      ) : (
        <p>{say.noEarliest}</p>
      )}
      <p>{say.counts(formatDate(dates.receivedOn), String(dates.leadTimeBusinessDays))}</p>
      {cutOff && (
        <p>
          {carrierZone === siteZone
            ? say.cutOffSame(inZone(carrierZone))
            : say.cutOff(inZone(carrierZone), inZone(siteZone))}
        </p>
      )}
      <p>{say.zone(carrierZone)}</p>
    </div>
  );
}
