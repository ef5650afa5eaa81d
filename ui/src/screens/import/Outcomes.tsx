/** What an import did with each kind of record. */
import type { EntityOutcomes } from "@/bindings/EntityOutcomes";
import { labels, words } from "@/words";
import { OutcomeCells, OutcomeHeads } from "./OutcomeCounts";

export function Outcomes({ rows }: { rows: EntityOutcomes[] }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words.imports.kind}</th>
          <OutcomeHeads />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.entity}>
            <td>{labels.importTarget[row.entity]}</td>
            <OutcomeCells of={row} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
