/** When a site is open: a line for each day, typed as text or set as times. */
import { Clock, Copy } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import type { BusinessHours } from "@/bindings/BusinessHours";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { Button } from "@/components/Button";
import { Section } from "@/components/Page";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import type { Column } from "../fields/cells";
import { FieldControl } from "../fields/FieldControl";
import { FieldNews } from "../fields/FieldNews";
import type { Fields } from "../fields/useFields";
import { CopyDay } from "./CopyDay";
import { DayTimes } from "./DayTimes";
import { endsNextDay, readHours, writeHours, writeTime } from "./text";
import { useChangeHours, useWeek } from "./useSiteHours";
import { columnOf, DAYS, type Day, dayAfter, withDays } from "./week";

const say = words.discovery.hours;

export function HoursSection({ discovery }: { discovery: SiteDiscovery }) {
  const fields = useWeek(discovery);
  const change = useChangeHours(discovery);
  const readOnly = !useMayChange();
  const [copied, setCopied] = useState<Day | null>(null);
  return (
    <Section title={say.title}>
      <div data-field="businessHours" className="flex flex-col gap-1">
        {DAYS.map((day) => (
          <DayLine
            key={day}
            day={day}
            fields={fields as unknown as Fields<BusinessHours>}
            isKnown={discovery.site.businessHours !== null}
            readOnly={readOnly}
            onCopy={() => setCopied(day)}
          />
        ))}
        {!readOnly && <p className="text-muted text-small">{say.help}</p>}
      </div>
      {copied && (
        <CopyDay
          day={copied}
          text={fields.textOf(columnOf(copied))}
          onClose={() => setCopied(null)}
          onCopy={async (days) => {
            const found = readHours(fields.textOf(columnOf(copied)));
            if ("problem" in found) return null;
            const refusal = await change((hours) => ({
              ...hours,
              week: withDays(hours.week, [copied, ...days], found.ranges),
            }));
            // What was typed on these days and refused is replaced.
            if (!refusal) for (const day of [copied, ...days]) fields.restore(columnOf(day));
            return refusal;
          }}
        />
      )}
    </Section>
  );
}

interface DayLineProps {
  day: Day;
  fields: Fields<BusinessHours>;
  isKnown: boolean;
  readOnly: boolean;
  onCopy: () => void;
}

function DayLine({ day, fields, isKnown, readOnly, onCopy }: DayLineProps) {
  const [showsTimes, setShowsTimes] = useState(false);
  const column: Column<BusinessHours> = columnOf(day);
  const text = fields.textOf(column);
  const read = readHours(text);
  const ranges = "ranges" in read ? read.ranges : null;
  const late = ranges?.find(endsNextDay);
  const id = `hours-${day}`;

  function onKeyDown(event: KeyboardEvent) {
    if (readOnly || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "d") return;
    event.preventDefault();
    const above = DAYS[DAYS.indexOf(day) - 1];
    if (above) fields.type(column, rewritten(fields.textOf(columnOf(above))));
  }

  return (
    <div className="flex flex-col gap-1">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the field inside */}
      <div className="flex items-center gap-2" onKeyDown={onKeyDown}>
        <label htmlFor={id} className="w-24 flex-none font-medium">
          {column.label}
        </label>
        <FieldControl
          column={column}
          fields={fields}
          id={id}
          readOnly={readOnly}
          describedBy={`${id}-news`}
          placeholder={isKnown ? say.closed : say.notKnown}
          onEnter={(back) => focusDay(DAYS[DAYS.indexOf(day) + (back ? -1 : 1)])}
        />
        {!readOnly && (
          <>
            <Button
              tone="quiet"
              icon={Clock}
              label={say.times(column.label)}
              aria-expanded={showsTimes}
              onClick={() => setShowsTimes(!showsTimes)}
            />
            <Button
              tone="quiet"
              icon={Copy}
              label={say.copy(column.label)}
              disabled={!ranges}
              onClick={onCopy}
            />
          </>
        )}
      </div>
      <div id={`${id}-news`} className="flex flex-col gap-1 pl-26">
        {late && (
          <p className="text-muted text-small">
            {say.untilDay(writeTime(late.close), say.days[dayAfter(day)])}
          </p>
        )}
        <FieldNews column={column} fields={fields} />
      </div>
      {showsTimes && ranges && (
        <DayTimes
          day={day}
          ranges={ranges}
          onChange={(next, isDone) => {
            fields.type(column, next);
            if (isDone) fields.leave(column);
          }}
          onLeave={() => fields.leave(column)}
        />
      )}
    </div>
  );
}

/** As it is kept, also of a day that is on its way to the workspace. */
function rewritten(text: string): string {
  const read = readHours(text);
  return "ranges" in read ? writeHours(read.ranges) : text;
}

function focusDay(day: Day | undefined) {
  if (day) document.getElementById(`hours-${day}`)?.focus();
}
