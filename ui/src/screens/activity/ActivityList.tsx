/** Entries of the log, one line each, with what was changed. */
import type { Activity } from "@/bindings/Activity";
import { formatAgo, formatInstant } from "@/format";
import { words } from "@/words";
import { readChanges, type ShownChange } from "./changes";
import { titleOf } from "./title";

/** More fields than this are told by their number. */
const SHOWN_CHANGES = 4;

export function ActivityList({ entries, compact }: { entries: Activity[]; compact?: boolean }) {
  if (compact) {
    return (
      <ul className="flex flex-col gap-2">
        {entries.map((entry) => (
          <li key={entry.id}>
            <div>{titleOf(entry)}</div>
            <div className="text-muted text-small" title={formatInstant(entry.at)}>
              {entry.actorName} · {formatAgo(entry.at)}
            </div>
            <Changes changes={readChanges(entry)} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col" className="w-36">
            {words.activity.at}
          </th>
          <th scope="col" className="w-40">
            {words.activity.who}
          </th>
          <th scope="col" className="w-56">
            {words.activity.what}
          </th>
          <th scope="col">{words.activity.changes}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td className="whitespace-nowrap" title={formatInstant(entry.at)}>
              {formatAgo(entry.at)}
            </td>
            <td>{entry.actorName}</td>
            <td>{titleOf(entry)}</td>
            <td>
              <Changes changes={readChanges(entry)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Changes({ changes }: { changes: ShownChange[] }) {
  const shown = changes.slice(0, SHOWN_CHANGES);
  return (
    <span className="text-muted text-small">
      {shown.map(({ field, before, after }, index) => (
        // One field can stand there more than once, as what was missing does where a gate was overridden.
        <span key={`${field} ${before} ${after}`}>
          {index > 0 && " · "}
          {field}: {before && <del className="wrap-anywhere">{clip(before)}</del>} {before && after && "→ "}
          <span className="wrap-anywhere text-text">{clip(after)}</span>
        </span>
      ))}
      {changes.length > SHOWN_CHANGES && ` · ${words.activity.furtherFields(changes.length - SHOWN_CHANGES)}`}
    </span>
  );
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
