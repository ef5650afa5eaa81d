/** How each sheet of each file of a committed import was read. */
import type { ImportSheet } from "@/bindings/ImportSheet";
import { formatCount } from "@/format";
import { labels, words } from "@/words";

export function BatchSheets({ sheets }: { sheets: ImportSheet[] }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words.imports.file}</th>
          <th scope="col">{words.imports.sheet}</th>
          <th scope="col">{words.imports.as}</th>
          <th scope="col" className="numeric">
            {words.imports.headerRow}
          </th>
          <th scope="col" className="numeric">
            {words.imports.columnsMapped}
          </th>
          <th scope="col">{words.imports.hash}</th>
        </tr>
      </thead>
      <tbody>
        {sheets.map((sheet) => (
          <tr key={sheet.id}>
            <td>{sheet.fileName}</td>
            <td>{sheet.sheet}</td>
            <td>{labels.importTarget[sheet.target]}</td>
            <td className="numeric">
              {sheet.headerRow === 0 ? words.imports.noHeaderShort : sheet.headerRow}
            </td>
            <td className="numeric">{formatCount(mappedColumns(sheet))}</td>
            <td>
              <span className="number" title={sheet.fileSha256}>
                {sheet.fileSha256.slice(0, 12)}…
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Stored as JSON, so what is no list counts as nothing. */
function mappedColumns({ columnMap }: ImportSheet): number {
  if (!Array.isArray(columnMap)) return 0;
  return columnMap.filter((column) => column?.field !== null && column?.field !== undefined).length;
}
