/** A checklist: what holds, what does not, and what to do about it. */
import { CircleAlert, CircleCheck } from "lucide-react";
import type { GuardLine } from "@/bindings/GuardLine";
import { words } from "@/words";

export function Guards({ guards }: { guards: GuardLine[] }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {guards.map((guard) => {
        const Icon = guard.met ? CircleCheck : CircleAlert;
        return (
          <li key={guard.code + guard.text} className="flex items-start gap-2">
            <Icon
              aria-hidden
              className={`mt-0.5 size-4 flex-none ${guard.met ? "text-ok" : "text-danger"}`}
            />
            <div className="min-w-0">
              <span className="visually-hidden">{guard.met ? words.orders.met : words.orders.unmet}: </span>
              <span className="inline-block first-letter:uppercase">{guard.text}</span>
              {!guard.met && guard.remedy && <p className="text-muted">{guard.remedy}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
