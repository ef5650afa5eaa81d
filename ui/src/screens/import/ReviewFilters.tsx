/** Counts that filter: by what becomes of a record, and by its problem. */
import type { ImportPreview } from "@/bindings/ImportPreview";
import { Menu, MenuCheck } from "@/components/Menu";
import { formatCount } from "@/format";
import { labels, words } from "@/words";
import type { ReviewFilter } from "./ReviewStep";

interface ReviewFiltersProps {
  preview: ImportPreview;
  filter: ReviewFilter;
  onFilter: (filter: ReviewFilter) => void;
}

export function ReviewFilters({ preview: { counts, facets }, filter, onFilter }: ReviewFiltersProps) {
  const none = { outcome: null, problem: null, onlyProblems: false };
  const isAll = !filter.outcome && !filter.problem && !filter.onlyProblems;
  const chosen = facets.find((facet) => facet.code === filter.problem);
  const problems = facets.reduce((sum, facet) => sum + facet.count, 0);
  const outcomes = [
    ["inserted", labels.importOutcome.inserted, counts.inserted],
    ["updated", labels.importOutcome.updated, counts.updated],
    ["unchanged", labels.importOutcome.unchanged, counts.unchanged],
    ["rejected", labels.importOutcome.rejected, counts.rejected],
    ["ignored", words.imports.ignored, counts.ignored],
  ] as const;
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="visually-hidden">{words.imports.facets}</legend>
      <Facet
        label={words.imports.facetAll}
        count={counts.records}
        on={isAll}
        onToggle={() => onFilter(none)}
      />
      {outcomes.map(([outcome, label, count]) => (
        <Facet
          key={outcome}
          label={label}
          count={count}
          on={filter.outcome === outcome}
          onToggle={() => onFilter({ ...none, outcome: filter.outcome === outcome ? null : outcome })}
        />
      ))}
      {problems > 0 && (
        <Facet
          label={words.imports.facetProblems}
          on={filter.onlyProblems}
          onToggle={() => onFilter({ ...none, onlyProblems: !filter.onlyProblems })}
        />
      )}
      {facets.length > 0 && (
        <Menu
          label={chosen ? `${words.imports.problem}: ${chosen.text}` : words.imports.problem}
          tone={chosen ? "primary" : "default"}
        >
          {facets.map((facet) => (
            <MenuCheck
              key={facet.code}
              checked={filter.problem === facet.code}
              onChange={(on) => onFilter({ ...none, problem: on ? facet.code : null })}
            >
              <span className={facet.severity === "error" ? "text-danger" : "text-warn"}>{facet.text}</span>
              <span className="ml-auto pl-4 tabular-nums">{formatCount(facet.count)}</span>
            </MenuCheck>
          ))}
        </Menu>
      )}
    </fieldset>
  );
}

interface FacetProps {
  label: string;
  count?: number;
  on: boolean;
  onToggle: () => void;
}

function Facet({ label, count, on, onToggle }: FacetProps) {
  return (
    <button
      type="button"
      className={`button ${on ? "border-accent! bg-(--selection)!" : ""}`}
      aria-pressed={on}
      onClick={onToggle}
    >
      {label}
      {count !== undefined && <span className="font-normal tabular-nums">{formatCount(count)}</span>}
    </button>
  );
}
