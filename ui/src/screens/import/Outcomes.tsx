/** What an import did with each kind of record. */
import type { EntityOutcomes } from "@/bindings/EntityOutcomes";
import { formatCount } from "@/format";
import { labels, words } from "@/words";

export function Outcomes({ rows }: { rows: EntityOutcomes[] }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words.imports.kind}</th>
          <th scope="col" className="numeric">
            {words.imports.inserted}
          </th>
          <th scope="col" className="numeric">
            {words.imports.updated}
          </th>
          <th scope="col" className="numeric">
            {words.imports.unchanged}
          </th>
          <th scope="col" className="numeric">
            {words.imports.rejected}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ entity, inserted, updated, unchanged, rejected }) => (
          <tr key={entity}>
            <td>{labels.importTarget[entity]}</td>
            <td className="numeric">{formatCount(inserted)}</td>
            <td className="numeric">{formatCount(updated)}</td>
            <td className="numeric">{formatCount(unchanged)}</td>
            <td className="numeric">{formatCount(rejected)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
