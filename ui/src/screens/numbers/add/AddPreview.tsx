/** What adding would do: new numbers, those that are there, and lines that cannot be used. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { NumberSpan } from "@/bindings/NumberSpan";
import type { NumbersToAddPreview } from "@/bindings/NumbersToAddPreview";
import { Answer } from "@/components/Query";
import { formatCount, formatNumber } from "@/format";
import type { ApiError } from "@/host";
import { words } from "@/words";

/** Ranges that are spelt out; the rest is counted. */
const SHOWN = 5;

export function AddPreview({ preview }: { preview: UseQueryResult<NumbersToAddPreview, ApiError> }) {
  const text = words.numbers;
  return (
    <section aria-label={text.preview} aria-live="polite" className="panel flex flex-col gap-1.5 p-3">
      <Answer of={preview}>
        {(found) => (
          <>
            <Line label={text.newNumbers} count={found.new} ranges={found.newRanges} />
            {found.alreadyHere.length > 0 && (
              <Line label={text.alreadyHere} count={sum(found.alreadyHere)} ranges={found.alreadyHere} />
            )}
            {found.elsewhere.map(({ path, ranges }) => (
              <Line key={path} label={text.alsoIn(path)} count={sum(ranges)} ranges={ranges} warns />
            ))}
            {found.excluded > 0 && <p>{text.leftOut(formatCount(found.excluded))}</p>}
            {found.refused.length > 0 && (
              <ul className="flex flex-col gap-1 text-danger">
                {found.refused.slice(0, SHOWN).map((line) => (
                  <li key={line.text}>
                    <strong>{line.text}</strong>: {line.reason} {line.remedy}
                  </li>
                ))}
                {found.refused.length > SHOWN && (
                  <li>{text.andMore(formatCount(found.refused.length - SHOWN))}</li>
                )}
              </ul>
            )}
          </>
        )}
      </Answer>
    </section>
  );
}

interface LineProps {
  label: string;
  count: number;
  ranges: NumberSpan[];
  warns?: boolean;
}

function Line({ label, count, ranges, warns }: LineProps) {
  const shown = ranges.slice(0, SHOWN).map(spanText);
  const more = ranges.length - shown.length;
  return (
    <p className={warns ? "text-warn" : undefined}>
      <strong>{formatCount(count)}</strong> {label}
      {shown.length > 0 && <span className="tabular-nums">: {shown.join(", ")}</span>}
      {more > 0 && ` ${words.numbers.andMore(formatCount(more))}`}
    </p>
  );
}

const sum = (ranges: NumberSpan[]) => ranges.reduce((all, { count }) => all + count, 0);

export function spanText({ first, last }: { first: string; last: string }): string {
  return first === last ? formatNumber(first) : `${formatNumber(first)} – ${formatNumber(last)}`;
}
