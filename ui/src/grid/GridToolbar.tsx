/** Above a grid: search, filter chips, the columns to show, and what can be done with the selection. */
import { Columns3, Search, X } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useState } from "react";
import { Button } from "@/components/Button";
import { Menu, MenuCheck } from "@/components/Menu";
import { words } from "@/words";
import type { Choice, GridColumn } from "./types";
import type { GridTable } from "./useGridColumns";

export interface FilterDefinition {
  column: string;
  label: string;
  choices: Choice[];
}

export type FilterValues = Record<string, string[]>;

interface GridToolbarProps<Row> {
  search: string;
  onSearch: (search: string) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  searchLabel: string;
  filters: FilterDefinition[];
  values: FilterValues;
  onFilter: (values: FilterValues) => void;
  table: GridTable;
  columns: GridColumn<Row>[];
  children?: ReactNode;
}

export function GridToolbar<Row>(props: GridToolbarProps<Row>) {
  const { filters, values, onFilter, table, columns } = props;
  const isFiltered = props.search !== "" || Object.values(values).some((chosen) => chosen.length > 0);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchBox
        value={props.search}
        onChange={props.onSearch}
        inputRef={props.searchRef}
        label={props.searchLabel}
      />
      {filters.map((filter) => (
        <FilterChip
          key={filter.column}
          filter={filter}
          chosen={values[filter.column] ?? []}
          onChange={(chosen) => onFilter({ ...values, [filter.column]: chosen })}
        />
      ))}
      {isFiltered && (
        <Button
          tone="quiet"
          icon={X}
          onClick={() => {
            props.onSearch("");
            onFilter({});
          }}
        >
          {words.grid.clearFilters}
        </Button>
      )}
      <div className="ml-auto flex flex-wrap items-center gap-2">
        {props.children}
        <Menu label={words.grid.columns} icon={Columns3} iconOnly>
          {columns.map((column) => (
            <MenuCheck
              key={column.id}
              checked={table.state.columnVisibility[column.id] !== false}
              onChange={(shown) => table.getColumn(column.id)?.toggleVisibility(shown)}
            >
              {column.header}
            </MenuCheck>
          ))}
        </Menu>
      </div>
    </div>
  );
}

interface SearchBoxProps {
  value: string;
  onChange: (value: string) => void;
  inputRef: RefObject<HTMLInputElement | null>;
  label: string;
}

/** Waits for a short pause in typing before it asks for rows. */
function SearchBox({ value, onChange, inputRef, label }: SearchBoxProps) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  useEffect(() => {
    if (draft === value) return;
    const timer = setTimeout(() => onChange(draft), 180);
    return () => clearTimeout(timer);
  }, [draft, value, onChange]);
  return (
    <div className="relative w-60">
      <Search aria-hidden className="pointer-events-none absolute top-1.5 left-2 size-4 text-muted" />
      <input
        ref={inputRef}
        type="search"
        aria-label={label}
        placeholder={label}
        className="input pl-7!"
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && setDraft("")}
      />
    </div>
  );
}

interface FilterChipProps {
  filter: FilterDefinition;
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

function FilterChip({ filter, chosen, onChange }: FilterChipProps) {
  const names = filter.choices.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
  const label = names.length > 0 ? `${filter.label}: ${names.join(", ")}` : filter.label;
  return (
    <Menu label={label} tone={names.length > 0 ? "primary" : "default"}>
      {filter.choices.map(({ value, label: text }) => (
        <MenuCheck
          key={value}
          checked={chosen.includes(value)}
          onChange={(add) => onChange(add ? [...chosen, value] : chosen.filter((other) => other !== value))}
        >
          {text}
        </MenuCheck>
      ))}
    </Menu>
  );
}
