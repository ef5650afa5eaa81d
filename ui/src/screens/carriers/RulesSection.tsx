/** What the carrier insists on: lead times, cut-off, days, ages of documents, and what it takes. */
import { Plus, X } from "lucide-react";
import { useState } from "react";
import type { PortRules } from "@/bindings/PortRules";
import type { Weekday } from "@/bindings/Weekday";
import { Button } from "@/components/Button";
import { CheckField, SelectField, TextField } from "@/components/Field";
import { Section } from "@/components/Page";
import { TimeZoneField } from "@/components/TimeZoneField";
import { formatDate } from "@/format";
import { choicesOf, words } from "@/words";
import { NumberField } from "./NumberField";

const say = words.carriers.rules;
const WEEKDAYS: Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday"];

interface RulesProps {
  rules: PortRules;
  onChange: (rules: PortRules) => void;
}

export function RulesSection({ rules, onChange }: RulesProps) {
  const set = (part: Partial<PortRules>) => onChange({ ...rules, ...part });
  const number = (label: string, name: NumberRule) => (
    <NumberField label={label} value={rules[name]} onChange={(value) => set({ [name]: value ?? 0 })} />
  );
  return (
    <Section title={say.title}>
      <div className="flex flex-col gap-4">
        <div className="grid grid-cols-2 items-end gap-3 md:grid-cols-3 lg:grid-cols-4">
          {number(say.leadTime, "leadTimeBusinessDays")}
          <LargeOrders rules={rules} set={set} />
          <NumberField
            label={say.maximum}
            optional
            value={rules.maxNumbersPerOrder}
            onChange={(maxNumbersPerOrder) => set({ maxNumbersPerOrder })}
          />
          {number(say.cutOffHour, "cutOffHour")}
          <TimeZoneField
            label={say.cutOffZone}
            value={rules.cutOffZone}
            onChange={(event) => set({ cutOffZone: event.target.value })}
          />
          {number(say.loaAge, "loaMaxAgeDays")}
          {number(say.billAge, "billMaxAgeDays")}
          {number(say.csrAge, "csrMaxAgeDays")}
          {number(say.snapback, "snapbackHours")}
          {number(say.cancel, "cancelDeadlineHours")}
          {number(say.answer, "answerBusinessDays")}
          {number(say.tollFreeAnswer, "tollFreeAnswerBusinessDays")}
          <SelectField
            label={say.full}
            choices={choicesOf(words.carriers.fullMeans)}
            value={rules.fullMeans}
            onChange={(event) => set({ fullMeans: event.target.value as PortRules["fullMeans"] })}
          />
          <SelectField
            label={say.split}
            choices={choicesOf(words.carriers.splitBy)}
            value={rules.splitBy}
            onChange={(event) => set({ splitBy: event.target.value as PortRules["splitBy"] })}
          />
        </div>
        <Flags rules={rules} set={set} />
        <Days rules={rules} set={set} />
      </div>
    </Section>
  );
}

type NumberRule = {
  [Name in keyof PortRules]: PortRules[Name] extends number ? Name : never;
}[keyof PortRules];

interface PartProps {
  rules: PortRules;
  set: (part: Partial<PortRules>) => void;
}

function LargeOrders({ rules: { largeOrders, leadTimeBusinessDays }, set }: PartProps) {
  return (
    <>
      <NumberField
        label={say.largeFrom}
        optional
        value={largeOrders?.fromNumbers ?? null}
        onChange={(fromNumbers) =>
          set({
            largeOrders: fromNumbers === null ? null : { leadTimeBusinessDays, ...largeOrders, fromNumbers },
          })
        }
      />
      <NumberField
        label={say.largeLeadTime}
        value={largeOrders?.leadTimeBusinessDays ?? null}
        disabled={!largeOrders}
        onChange={(days) =>
          largeOrders && set({ largeOrders: { ...largeOrders, leadTimeBusinessDays: days ?? 0 } })
        }
      />
    </>
  );
}

function Flags({ rules, set }: PartProps) {
  const flags = [
    ["partialAllowed", say.partialAllowed],
    ["loaNeeded", say.loaNeeded],
    ["billNeeded", say.billNeeded],
    ["csrNeeded", say.csrNeeded],
  ] as const;
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      {flags.map(([name, label]) => (
        <CheckField
          key={name}
          label={label}
          checked={rules[name]}
          onChange={(event) => set({ [name]: event.target.checked })}
        />
      ))}
    </div>
  );
}

function Days({ rules, set }: PartProps) {
  const without = (day: Weekday) => rules.noPortWeekdays.filter((other) => other !== day);
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <fieldset>
        <legend className="mb-1 font-medium text-small">{say.noPortWeekdays}</legend>
        <div className="flex flex-wrap gap-4">
          {WEEKDAYS.map((day) => (
            <CheckField
              key={day}
              label={words.carriers.weekdays[day]}
              checked={rules.noPortWeekdays.includes(day)}
              onChange={(event) =>
                set({ noPortWeekdays: event.target.checked ? [...without(day), day] : without(day) })
              }
            />
          ))}
        </div>
      </fieldset>
      <SelectField
        label={say.holidaySet}
        emptyLabel={words.common.none}
        choices={choicesOf(words.carriers.holidaySets)}
        value={rules.holidaySet ?? ""}
        onChange={(event) => set({ holidaySet: (event.target.value || null) as PortRules["holidaySet"] })}
      />
      <OwnHolidays days={rules.holidays} onChange={(holidays) => set({ holidays })} />
    </div>
  );
}

function OwnHolidays({ days, onChange }: { days: string[]; onChange: (days: string[]) => void }) {
  const [day, setDay] = useState("");
  function add() {
    if (day !== "" && !days.includes(day)) onChange([...days, day].sort());
    setDay("");
  }
  return (
    <fieldset className="md:col-span-2">
      <legend className="font-medium text-small">{say.ownHolidays}</legend>
      <p className="mb-2 text-muted text-small">{say.ownHolidaysHelp}</p>
      <div className="flex flex-wrap items-end gap-2">
        {days.map((date) => (
          <span key={date} className="chip">
            {formatDate(date)}
            <Button
              tone="quiet"
              icon={X}
              label={say.removeHoliday(formatDate(date))}
              onClick={() => onChange(days.filter((other) => other !== date))}
            />
          </span>
        ))}
        <TextField
          label={say.newHoliday}
          type="date"
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <Button icon={Plus} onClick={add} disabled={day === ""}>
          {say.addHoliday}
        </Button>
      </div>
    </fieldset>
  );
}
