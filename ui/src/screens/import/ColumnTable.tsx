/** The columns of a sheet as a windowed table: sheets may have 16,384 of them. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, useState } from "react";
import type { ColumnMap } from "@/bindings/ColumnMap";
import type { ImportSettings } from "@/bindings/ImportSettings";
import { words } from "@/words";
import { ColumnRow } from "./ColumnRow";
import { type ColumnMeaning, columnName, duplicateHeaders } from "./mapping";

const ROW_HEIGHT = 34;
const HEADINGS = [
  ["", "w-10"],
  [words.imports.header, "w-[22%]"],
  [words.imports.samples, ""],
  [words.imports.field, "w-52"],
  [words.imports.confidence, "w-32"],
] as const;

interface ColumnTableProps {
  settings: ImportSettings;
  /** Those that the filter leaves. */
  shown: ColumnMap[];
  onMeaning: (index: number, meaning: ColumnMeaning) => void;
}

export function ColumnTable({ settings, shown, onMeaning }: ColumnTableProps) {
  const element = useRef<HTMLElement>(null);
  const [about, setAbout] = useState<number | null>(null);
  const duplicates = duplicateHeaders(settings.columns);
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => element.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingStart: ROW_HEIGHT,
    initialRect: { width: 800, height: 600 },
  });
  const rows = virtualizer.getVirtualItems();
  const before = rows[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (rows.at(-1)?.end ?? 0);
  return (
    <>
      <section
        ref={element}
        aria-label={words.imports.column}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus there is no scrolling by keyboard
        tabIndex={0}
        className="panel relative min-h-40 flex-1 overflow-auto"
      >
        <table className="table min-w-140 table-fixed" aria-rowcount={shown.length + 1}>
          <thead className="sticky top-0 z-1 bg-raised">
            <tr>
              {HEADINGS.map(([heading, width]) => (
                <th key={heading} scope="col" className={width}>
                  {heading === "" ? <span className="visually-hidden">{words.imports.column}</span> : heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {before > 0 && <Spacer height={before} />}
            {rows.map(({ index }) => {
              const column = shown[index];
              return (
                column && (
                  <ColumnRow
                    key={column.index}
                    row={index + 2}
                    height={ROW_HEIGHT}
                    column={column}
                    settings={settings}
                    sameAs={duplicates.get(column.index)}
                    onAbout={() => setAbout(column.index)}
                    onMeaning={(meaning) => onMeaning(column.index, meaning)}
                  />
                )
              );
            })}
            {after > 0 && <Spacer height={after} />}
          </tbody>
        </table>
        {shown.length === 0 && <p className="p-6 text-center text-muted">{words.imports.noneFound}</p>}
      </section>
      <About column={settings.columns.find(({ index }) => index === about)} />
    </>
  );
}

function Spacer({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={HEADINGS.length} className="p-0!" style={{ height }} />
    </tr>
  );
}

/** Why the column at hand is taken for what it is; the line is always there, so that nothing moves. */
function About({ column }: { column: ColumnMap | undefined }) {
  return (
    <p className="-mt-2 min-h-5 flex-none truncate text-muted text-small">
      {column && `${columnName(column)}: ${column.secret ? words.imports.secretColumn : column.why}`}
    </p>
  );
}
