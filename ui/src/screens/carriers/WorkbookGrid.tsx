/** The upper left part of the carrier's workbook, with the places that take a fact marked. */
import type { CarrierWorkbook } from "@/bindings/CarrierWorkbook";
import type { WorkbookTemplate } from "@/bindings/WorkbookTemplate";
import { ScrollRegion } from "@/components/ScrollRegion";
import { words } from "@/words";

const say = words.carriers.workbook;

export function WorkbookGrid({ workbook, own }: { workbook: CarrierWorkbook; own: WorkbookTemplate }) {
  const facts = new Map(own.cells.map(({ cell, field }) => [cell, words.carriers.fields[field]]));
  for (const { column, field } of own.columns) {
    facts.set(`${column}${own.firstRow}`, words.carriers.fields[field]);
  }
  const height = Math.max(workbook.rows.length, own.firstRow);
  const width = Math.max(4, ...workbook.rows.map((row) => row.length));
  const columns = Array.from({ length: Math.min(width + 1, 26) }, (_, index) =>
    String.fromCharCode(65 + index),
  );
  const rows = Array.from({ length: Math.min(height, 80) }, (_, index) => index);
  return (
    <div>
      <p className="mb-1 text-muted text-small">{say.gridHelp}</p>
      <ScrollRegion label={say.grid(own.sheet)} className="max-h-80 rounded-md border border-line">
        <table className="table text-small">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{say.sheet}</span>
              </th>
              {columns.map((letter) => (
                <th key={letter} scope="col">
                  {letter}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row} className={row + 1 === own.firstRow ? "bg-info-bg" : undefined}>
                <th scope="row">{row + 1}</th>
                {columns.map((letter, column) => {
                  const fact = facts.get(`${letter}${row + 1}`);
                  return (
                    <td key={letter} className={fact ? "bg-ok-bg text-ok" : "whitespace-nowrap"}>
                      {fact ? `‹${fact}›` : workbook.rows[row]?.[column]}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}
