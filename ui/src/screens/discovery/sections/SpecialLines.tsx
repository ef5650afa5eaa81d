/** The lines of machines and what becomes of each; those nobody has decided about stand out. */
import { useMemo } from "react";
import type { SpecialLine } from "@/bindings/SpecialLine";
import type { SpecialLineValues } from "@/bindings/SpecialLineValues";
import { Chip } from "@/components/Chip";
import type { Choice } from "@/components/Field";
import { formatNumber } from "@/format";
import { call } from "@/queries/commands";
import { choicesOf, labels, words } from "@/words";
import { columnsOf, type RowKind } from "../rows/kind";
import { RowTable } from "../rows/RowTable";
import type { SectionProps } from "./types";
import { useAccountsOf } from "./useAccountsOf";

export function SpecialLines({ discovery }: SectionProps) {
  const accounts = useAccountsOf(discovery.site.customerId);
  const kind = useMemo(() => specialLines(accounts), [accounts]);
  return (
    <>
      <DecisionChips lines={discovery.specialLines} />
      <RowTable kind={kind} discovery={discovery} />
    </>
  );
}

/** How many lines there are of each decision, undecided ones first. */
function DecisionChips({ lines }: { lines: SpecialLine[] }) {
  const counts = choicesOf(labels.specialLineDecision)
    .map(({ value, label }) => ({
      value,
      label,
      count: lines.filter((line) => line.decision === value).length,
    }))
    .filter(({ count }) => count > 0);
  if (counts.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5" aria-label={say.decisions}>
      {counts.map(({ value, label, count }) => (
        <li key={value}>
          <Chip tone={value === "unknown" ? "warn" : "neutral"}>
            {label} <span className="tabular-nums">{count}</span>
          </Chip>
        </li>
      ))}
    </ul>
  );
}

const say = words.discovery.specialLines;

function specialLines(accounts: Choice[]): RowKind<SpecialLine, SpecialLineValues> {
  return {
    list: "specialLines",
    label: words.discovery.sections.special_lines,
    add: say.add,
    columns: columnsOf<SpecialLineValues>({
      kind: {
        label: say.kind,
        editor: { kind: "choice", choices: choicesOf(labels.specialLineKind) },
        required: true,
        width: 139,
      },
      number: { label: say.number, editor: { kind: "phone" }, width: 138 },
      location: { label: say.location, editor: { kind: "text" }, width: 116 },
      decision: {
        label: say.decision,
        editor: { kind: "choice", choices: choicesOf(labels.specialLineDecision) },
        required: true,
        width: 139,
        toneOf: (decision) => (decision === "unknown" ? "tone-warn" : ""),
      },
      owner: { label: say.owner, editor: { kind: "text" }, more: "narrow", width: 112 },
      decidedBy: { label: say.decidedBy, editor: { kind: "text" }, more: "narrow", width: 108 },
      losingAccountId: { label: say.account, editor: { kind: "choice", choices: accounts }, more: "always" },
      notes: { label: words.discovery.section.notes, editor: { kind: "long" }, more: "always" },
    }),
    blank: () => ({
      kind: null,
      number: null,
      location: null,
      decision: "unknown",
      owner: null,
      decidedBy: null,
      losingAccountId: null,
      notes: null,
    }),
    nameOf: ({ kind, number, location }) =>
      [labels.specialLineKind[kind], number && formatNumber(number), location].filter(Boolean).join(", "),
    save: (request) => call("special_line_save", request),
    remove: (request) => call("special_line_remove", request),
  };
}
