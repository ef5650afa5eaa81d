/** Narrows the review to a sheet, a kind of record, or the rows that contain a text. */
import { type RefObject, useEffect, useState } from "react";
import type { ImportPreview } from "@/bindings/ImportPreview";
import type { ImportTarget } from "@/bindings/ImportTarget";
import { formatCount } from "@/format";
import { labels, words } from "@/words";
import { EVERYTHING, type ReviewFilter } from "./facets";

interface ReviewNarrowProps {
  preview: ImportPreview;
  sheetNames: string[];
  filter: ReviewFilter;
  onFilter: (filter: ReviewFilter) => void;
  searchRef: RefObject<HTMLInputElement | null>;
}

export function ReviewNarrow({ preview, sheetNames, filter, onFilter, searchRef }: ReviewNarrowProps) {
  const kinds = preview.byEntity;
  return (
    <div className="flex items-center gap-2">
      {sheetNames.length > 1 && (
        <select
          className="input w-44!"
          aria-label={words.imports.inSheet}
          value={filter.sheet ?? ""}
          onChange={(event) => {
            const { value } = event.target;
            onFilter({ ...EVERYTHING, search: filter.search, sheet: value === "" ? null : Number(value) });
          }}
        >
          <option value="">{counted(words.imports.allSheets, preview.counts.records)}</option>
          {preview.sheets.map(({ file, sheet, counts }, place) => (
            <option key={`${file} ${sheet}`} value={place}>
              {counted(sheetNames[place] ?? sheet, counts.records)}
            </option>
          ))}
        </select>
      )}
      {kinds.length > 1 && (
        <select
          className="input w-40!"
          aria-label={words.imports.kind}
          value={filter.entity ?? ""}
          onChange={(event) => {
            const { value } = event.target;
            onFilter({ ...filter, entity: value === "" ? null : (value as ImportTarget) });
          }}
        >
          <option value="">{words.imports.allKinds}</option>
          {kinds.map(({ entity, inserted, updated, unchanged, rejected }) => (
            <option key={entity} value={entity}>
              {counted(labels.importTarget[entity], inserted + updated + unchanged + rejected)}
            </option>
          ))}
        </select>
      )}
      <Search
        inputRef={searchRef}
        value={filter.search}
        onChange={(search) => onFilter({ ...filter, search })}
      />
    </div>
  );
}

const counted = (label: string, count: number) => `${label} (${formatCount(count)})`;

interface SearchProps {
  inputRef: RefObject<HTMLInputElement | null>;
  value: string;
  onChange: (value: string) => void;
}

function Search({ inputRef, value, onChange }: SearchProps) {
  const [draft, setDraft] = useState(value);
  useEffect(() => {
    if (draft === value) return;
    const timer = setTimeout(() => onChange(draft), 180);
    return () => clearTimeout(timer);
  }, [draft, value, onChange]);
  return (
    <input
      ref={inputRef}
      type="search"
      className="input w-44!"
      aria-label={words.imports.search}
      placeholder={words.imports.search}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={(event) => event.key === "Escape" && setDraft("")}
    />
  );
}
