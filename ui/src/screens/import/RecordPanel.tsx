/** One record beside the grid: what was read, what changes field by field, and the conflicts to settle. */
import type { ImportPlanRow } from "@/bindings/ImportPlanRow";
import type { PlanChoices } from "@/bindings/PlanChoices";
import { Chip } from "@/components/Chip";
import { Facts, SidePanel } from "@/components/SidePanel";
import { labels, words } from "@/words";
import { ConflictChoice } from "./ConflictChoice";
import { changesOf, readValue } from "./reviewRows";

const TONES = { inserted: "ok", updated: "info", unchanged: "neutral", rejected: "danger" } as const;

interface RecordPanelProps {
  row: ImportPlanRow;
  sheetName: string;
  plan: PlanChoices;
  onTake: (key: string, take: boolean) => void;
  onClose: () => void;
}

export function RecordPanel({ row, sheetName, plan, onTake, onClose }: RecordPanelProps) {
  const { entity, outcome, issues, conflicts } = row;
  const changes = changesOf(row);
  return (
    <SidePanel title={`${words.imports.row} ${row.sourceRow} · ${sheetName}`} onClose={onClose}>
      <p className="flex items-center gap-2">
        <Chip tone={TONES[outcome]}>{labels.importOutcome[outcome]}</Chip>
        {labels.importTarget[entity]}
      </p>
      {issues.length > 0 && (
        <ul className="flex flex-col gap-1">
          {issues.map(({ code, field, severity, text }) => (
            <li key={`${code} ${field}`} className={severity === "error" ? "text-danger" : "text-warn"}>
              {text}
            </li>
          ))}
        </ul>
      )}
      {conflicts.length > 0 && (
        <section className="flex flex-col gap-3" aria-label={words.imports.facetConflicts}>
          <h3 className="font-semibold">{words.imports.facetConflicts}</h3>
          {conflicts.map((conflict) => (
            <ConflictChoice
              key={conflict.field}
              entity={entity}
              conflict={conflict}
              isForAll={plan.takeFileAlways}
              takesFile={plan.takeFileAlways || plan.takeFile.includes(`${row.key}/${conflict.field}`)}
              onTake={(take) => onTake(`${row.key}/${conflict.field}`, take)}
            />
          ))}
        </section>
      )}
      {changes.length > 0 && (
        <section aria-label={words.imports.changes}>
          <h3 className="mb-1 font-semibold">{words.imports.changes}</h3>
          <Facts
            facts={changes.map(({ field, before, after }) => ({
              label: field,
              value: `${before || "–"} → ${after || "–"}`,
            }))}
          />
        </section>
      )}
      <section aria-label={words.imports.readValues}>
        <h3 className="mb-1 font-semibold">{words.imports.readValues}</h3>
        {row.values ? <Facts facts={factsOf(row)} /> : <p className="text-muted">{words.imports.notRead}</p>}
      </section>
    </SidePanel>
  );
}

/** What the file says about the record; what it is silent about is left out. */
function factsOf({ entity, values }: ImportPlanRow) {
  return Object.entries(values ?? {}).flatMap(([field, value]) => {
    const shown = readValue(entity, field, value);
    return shown && shown.after !== "" ? [{ label: shown.field, value: shown.after }] : [];
  });
}
