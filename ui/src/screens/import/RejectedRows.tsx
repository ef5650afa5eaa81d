/** Rejected records with their original row, the reasons and their cells. */
import type { ImportRow } from "@/bindings/ImportRow";
import type { Issue } from "@/bindings/Issue";
import type { OriginalCell } from "@/bindings/OriginalCell";
import { words } from "@/words";

export function RejectedRows({ rows }: { rows: ImportRow[] }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col" className="numeric w-16">
            {words.imports.row}
          </th>
          <th scope="col">{words.imports.reason}</th>
          <th scope="col">{words.imports.cells}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="numeric">{row.sourceRow}</td>
            <td className="text-danger">
              {listOf<Issue>(row.issues)
                .map(({ text }) => text)
                .join(" ")}
            </td>
            <td className="text-muted text-small">
              {listOf<OriginalCell>(row.cells)
                .map(({ header, text }) => (header ? `${header}: ${text}` : text))
                .join(" · ")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Stored as JSON, so what is no list is shown as nothing. */
function listOf<Item>(value: unknown): Item[] {
  return Array.isArray(value) ? (value as Item[]) : [];
}
