/** A checklist: what holds, what does not, and what to do about it. */
import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import type { GuardLine } from "@/bindings/GuardLine";
import { words } from "@/words";

export function Guards({ guards }: { guards: GuardLine[] }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {guards.map((guard) => {
        const { icon: Icon, tone, said } = MARKS[markOf(guard)];
        return (
          <li key={guard.code + guard.text} className="flex items-start gap-2">
            <Icon aria-hidden className={`mt-0.5 size-4 flex-none ${tone}`} />
            <div className="min-w-0">
              <span className="visually-hidden">{said}: </span>
              <span className="inline-block first-letter:uppercase">{guard.text}</span>
              {markOf(guard) !== "met" && guard.remedy && <p className="text-muted">{guard.remedy}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

const MARKS = {
  met: { icon: CircleCheck, tone: "text-ok", said: words.orders.met },
  noted: { icon: TriangleAlert, tone: "text-warn", said: words.orders.noted },
  unmet: { icon: CircleAlert, tone: "text-danger", said: words.orders.unmet },
} as const;

/** A warning stops nothing, and is not all right either. */
function markOf({ met, warning }: GuardLine): keyof typeof MARKS {
  if (!met) return "unmet";
  return warning ? "noted" : "met";
}
