/** Counts that filter: by what becomes of a record, and by its problem. */
import type { ImportPreview } from "@/bindings/ImportPreview";
import type { ProblemFacet } from "@/bindings/ProblemFacet";
import { formatCount } from "@/format";
import { labels, words } from "@/words";
import { outcomeFacets, type ReviewFilter, show } from "./facets";

interface ReviewFacetsProps {
  preview: ImportPreview;
  filter: ReviewFilter;
  onFilter: (filter: ReviewFilter) => void;
}

export function ReviewFacets({ preview, filter, onFilter }: ReviewFacetsProps) {
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="visually-hidden">{words.imports.facets}</legend>
      {outcomeFacets(preview, filter).map(({ id, label, count, facet, isOn }) => (
        <button
          key={id}
          type="button"
          className={`button ${isOn ? "border-accent! bg-(--selection)!" : ""}`}
          aria-pressed={isOn}
          onClick={() => onFilter(show(filter, facet))}
        >
          {label}
          {count !== undefined && <span className="font-normal tabular-nums">{formatCount(count)}</span>}
        </button>
      ))}
    </fieldset>
  );
}

/** One line of small buttons; a long list scrolls in place of pushing the grid away. */
export function ProblemFacets({ preview, filter, onFilter }: ReviewFacetsProps) {
  if (preview.facets.length === 0) return null;
  return (
    <fieldset className="flex max-h-14 min-w-0 flex-1 flex-wrap gap-1 overflow-y-auto">
      <legend className="visually-hidden">{words.imports.problems}</legend>
      {preview.facets.map((facet) => {
        const isOn = filter.problem === facet.code;
        return (
          <ProblemButton
            key={facet.code}
            facet={facet}
            isOn={isOn}
            onToggle={() => onFilter(show(filter, { problem: isOn ? null : facet.code }))}
          />
        );
      })}
    </fieldset>
  );
}

interface ProblemButtonProps {
  facet: ProblemFacet;
  isOn: boolean;
  onToggle: () => void;
}

function ProblemButton({ facet: { code, severity, count, text }, isOn, onToggle }: ProblemButtonProps) {
  return (
    <button
      type="button"
      className={`chip ${severity === "error" ? "chip-danger" : "chip-warn"} h-6! ${isOn ? "border-current!" : ""}`}
      aria-pressed={isOn}
      title={text}
      onClick={onToggle}
    >
      {labels.issueCode[code]} <span className="tabular-nums">{formatCount(count)}</span>
    </button>
  );
}
