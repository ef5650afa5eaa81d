/** Finds columns of a wide sheet: by text, or those that are (not) imported. */
import type { ColumnMap } from "@/bindings/ColumnMap";
import { formatCount } from "@/format";
import { words } from "@/words";
import { type ColumnFilter, isMapped } from "./mapping";

interface ColumnFilterBarProps {
  columns: ColumnMap[];
  search: string;
  onSearch: (search: string) => void;
  filter: ColumnFilter;
  onFilter: (filter: ColumnFilter) => void;
}

export function ColumnFilterBar({ columns, search, onSearch, filter, onFilter }: ColumnFilterBarProps) {
  const mapped = columns.filter(isMapped).length;
  const unmapped = columns.filter((column) => !isMapped(column) && !column.secret).length;
  const choices: [ColumnFilter, string, number][] = [
    ["all", words.imports.allColumns, columns.length],
    ["mapped", words.imports.onlyMapped, mapped],
    ["unmapped", words.imports.onlyUnmapped, unmapped],
  ];
  return (
    <div className="flex flex-none flex-wrap items-center gap-2">
      <input
        type="search"
        className="input w-60!"
        aria-label={words.imports.filter}
        placeholder={words.imports.filter}
        value={search}
        onChange={(event) => onSearch(event.target.value)}
      />
      <fieldset className="flex gap-1.5">
        <legend className="visually-hidden">{words.imports.show}</legend>
        {choices.map(([value, label, count]) => (
          <button
            key={value}
            type="button"
            className={`button ${filter === value ? "border-accent! bg-(--selection)!" : ""}`}
            aria-pressed={filter === value}
            onClick={() => onFilter(value)}
          >
            {label}
            <span className="font-normal tabular-nums">{formatCount(count)}</span>
          </button>
        ))}
      </fieldset>
      <p className="ml-auto text-muted">
        {words.imports.mappedOf(formatCount(mapped), formatCount(columns.length))}
      </p>
    </div>
  );
}
