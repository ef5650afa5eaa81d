/** An entry of the log as a sentence a person would say. Pure. */
import type { Activity } from "@/bindings/Activity";
import { labels, words } from "@/words";
import { fieldChanges, humanise } from "./changes";

type Entry = Pick<Activity, "entityType" | "action" | "changes">;

export function titleOf(entry: Entry): string {
  const { entityType, action } = entry;
  return byOutcome(entry) ?? words.acts.titles[entityType]?.[action] ?? fallback(entityType, action);
}

/** Acts whose name depends on what came of them. */
function byOutcome(entry: Entry): string | undefined {
  const after = (field: string) =>
    fieldChanges(entry.changes).find((change) => change.field === field)?.new_value;
  switch (`${entry.entityType} ${entry.action}`) {
    case "port_order status_changed":
      return wordOf(words.acts.orderMoved, after("status"));
    case "migration status_changed":
      return moved(words.acts.migrationMoved, labels.migrationStatus, after("status"));
    case "phone_number status_changed":
      return moved(words.acts.numberMoved, labels.portingStatus, after("portingStatus"));
    case "phone_number assigned":
      return after("holder") === null ? words.acts.numberReleased : undefined;
    default:
      return undefined;
  }
}

function moved(say: (status: string) => string, of: Readonly<Record<string, string>>, code: unknown) {
  const status = wordOf(of, code);
  return status && say(status);
}

function wordOf(of: Readonly<Record<string, string>>, code: unknown): string | undefined {
  return typeof code === "string" ? of[code] : undefined;
}

function fallback(entityType: string, action: string): string {
  const text = `${humanise(entityType)}: ${humanise(action)}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
