/** Rows without a record, each with the reason. */
import type { IgnoredRow } from "@/bindings/IgnoredRow";
import { labels, words } from "@/words";

export function IgnoredRows({ rows }: { rows: IgnoredRow[] }) {
  return (
    <div className="panel overflow-auto">
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="numeric w-24">
              {words.imports.row}
            </th>
            <th scope="col">{words.imports.reason}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.sourceRow}>
              <td className="numeric">{row.sourceRow}</td>
              <td>{labels.rowReason[row.reason]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
