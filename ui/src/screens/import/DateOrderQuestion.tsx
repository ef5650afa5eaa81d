/** Whether the month or the day comes first where the file does not say; nothing is guessed. */
import { CircleHelp } from "lucide-react";
import { useId } from "react";
import type { DateOrder } from "@/bindings/DateOrder";
import type { SheetPreview } from "@/bindings/SheetPreview";
import { formatCount } from "@/format";
import { choicesOf, labels, words } from "@/words";
import { readAs } from "./dates";

interface DateOrderQuestionProps {
  read: SheetPreview;
  /** Names the sheet where several are on screen. */
  title?: string;
  onOrder: (order: DateOrder) => void;
}

export function DateOrderQuestion({ read, title, onOrder }: DateOrderQuestionProps) {
  const name = useId();
  const { ambiguousDate, ambiguousDates, settings } = read;
  const isOpen = settings.dateOrder === null;
  if (isOpen && ambiguousDates.length === 0) return null;
  return (
    <fieldset
      className={`flex flex-none flex-wrap items-center gap-x-4 gap-y-1 rounded-md px-3 py-2 ${isOpen ? "bg-warn-bg text-warn" : "bg-raised"}`}
    >
      <legend className="float-left mr-4 flex items-center gap-2 font-medium">
        <CircleHelp aria-hidden className="size-4" />
        {title ?? words.imports.dates}
      </legend>
      {choicesOf(labels.dateOrder).map(({ value, label }) => {
        const example = ambiguousDate && readAs(ambiguousDate, value);
        return (
          <label key={value} className="flex items-center gap-1.5">
            <input
              type="radio"
              name={name}
              className="accent-accent"
              checked={settings.dateOrder === value}
              onChange={() => onOrder(value)}
            />
            {example ? `${label}: ${ambiguousDate} is ${example}` : label}
          </label>
        );
      })}
      {isOpen && ambiguousDate && title === undefined && (
        <span className="w-full text-small">
          {words.imports.datesExample(ambiguousDate, formatCount(ambiguousDates.length))}{" "}
          {words.imports.datesUndecided}
        </span>
      )}
    </fieldset>
  );
}
