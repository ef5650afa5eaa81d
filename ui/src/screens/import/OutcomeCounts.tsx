/** The four outcomes of an import as columns of a table: their heads, and the counts of a row. */
import { formatCount } from "@/format";
import { words } from "@/words";

interface Counts {
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

const OUTCOMES = ["inserted", "updated", "unchanged", "rejected"] as const;

export function OutcomeHeads() {
  return OUTCOMES.map((outcome) => (
    <th key={outcome} scope="col" className="numeric">
      {words.imports[outcome]}
    </th>
  ));
}

export function OutcomeCells({ of }: { of: Counts }) {
  return OUTCOMES.map((outcome) => (
    <td key={outcome} className="numeric">
      {formatCount(of[outcome])}
    </td>
  ));
}
