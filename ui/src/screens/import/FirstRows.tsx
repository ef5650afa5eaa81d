/** The first rows of a sheet as text; a click on a row makes it the header. */
import { ScrollRegion } from "@/components/ScrollRegion";
import { words } from "@/words";
import { columnLetters } from "./mapping";

interface FirstRowsProps {
  rows: string[][];
  headerRow: number;
  /** How many rows the header takes, `headerRow` being the last of them. */
  headerRows: number;
  onHeader: (row: number) => void;
}

export function FirstRows({ rows, headerRow, headerRows, onHeader }: FirstRowsProps) {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  return (
    <ScrollRegion label={words.imports.preview} className="panel min-h-40 flex-auto">
      <table className="table w-max!">
        <thead className="sticky top-0 bg-raised">
          <tr>
            <th scope="col" className="numeric sticky left-0 w-14 bg-raised">
              {words.imports.row}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnLetters(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: a row of a sheet is known by its place only
              key={index}
              row={index + 1}
              cells={columns.map((column) => row[column] ?? "")}
              place={placeOf(index + 1, headerRow, headerRows)}
              onHeader={onHeader}
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type Place = "above" | "header" | "below";

function placeOf(row: number, headerRow: number, headerRows: number): Place {
  if (row > headerRow) return "below";
  return row > headerRow - headerRows ? "header" : "above";
}

const LOOK = { above: "text-muted", header: "bg-info-bg font-semibold", below: "" } as const;

interface RowProps {
  row: number;
  cells: string[];
  place: Place;
  onHeader: (row: number) => void;
}

function Row({ row, cells, place, onHeader }: RowProps) {
  return (
    <tr className={LOOK[place]} onClick={() => onHeader(row)}>
      <th
        scope="row"
        className={`numeric sticky left-0 p-0! [tr:last-child>&]:border-b-0! ${place === "header" ? "bg-info-bg" : "bg-surface"}`}
      >
        <button
          type="button"
          className="h-full w-full px-2 text-right tabular-nums"
          aria-label={words.imports.makeHeader(String(row))}
          aria-pressed={place === "header"}
          onClick={(event) => {
            event.stopPropagation();
            onHeader(row);
          }}
        >
          {row}
        </button>
      </th>
      {cells.map((text, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell of a sheet is known by its place only
        <td key={column} className="max-w-56 truncate" title={text.length > 28 ? text : undefined}>
          {text}
        </td>
      ))}
    </tr>
  );
}
