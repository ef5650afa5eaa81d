/** What the review shows: everything, or the records with an outcome, a problem, a sheet, a kind. Pure. */
import type { ImportOutcome } from "@/bindings/ImportOutcome";
import type { ImportPreview } from "@/bindings/ImportPreview";
import type { ImportTarget } from "@/bindings/ImportTarget";
import type { IssueCode } from "@/bindings/IssueCode";
import { labels, words } from "@/words";

export interface ReviewFilter {
  outcome: ImportOutcome | "ignored" | null;
  problem: IssueCode | null;
  onlyProblems: boolean;
  onlyConflicts: boolean;
  sheet: number | null;
  entity: ImportTarget | null;
  search: string;
}

export const EVERYTHING: ReviewFilter = {
  outcome: null,
  problem: null,
  onlyProblems: false,
  onlyConflicts: false,
  sheet: null,
  entity: null,
  search: "",
};

/** Outcome, problems and conflicts exclude one another; sheet, kind and search narrow any of them. */
export type Facet = Partial<Pick<ReviewFilter, "outcome" | "problem" | "onlyProblems" | "onlyConflicts">>;

export function show(filter: ReviewFilter, facet: Facet): ReviewFilter {
  return { ...filter, outcome: null, problem: null, onlyProblems: false, onlyConflicts: false, ...facet };
}

export interface ShownFacet {
  id: string;
  label: string;
  count?: number;
  facet: Facet;
  isOn: boolean;
}

/** The outcomes of what the sheet filter leaves. */
export function outcomeFacets(preview: ImportPreview, filter: ReviewFilter): ShownFacet[] {
  const counts = (filter.sheet === null ? undefined : preview.sheets[filter.sheet]?.counts) ?? preview.counts;
  const outcomes = [
    ["inserted", labels.importOutcome.inserted, counts.inserted],
    ["updated", labels.importOutcome.updated, counts.updated],
    ["unchanged", labels.importOutcome.unchanged, counts.unchanged],
    ["rejected", labels.importOutcome.rejected, counts.rejected],
    ["ignored", words.imports.ignored, counts.ignored],
  ] as const;
  const { outcome, problem, onlyProblems, onlyConflicts } = filter;
  const shown: ShownFacet[] = [
    {
      id: "all",
      label: words.imports.facetAll,
      count: counts.records,
      facet: {},
      isOn: !outcome && !problem && !onlyProblems && !onlyConflicts,
    },
    ...outcomes.map(([code, label, count]) => ({
      id: code,
      label,
      count,
      facet: outcome === code ? {} : { outcome: code },
      isOn: outcome === code,
    })),
  ];
  if (preview.facets.length > 0) {
    const facet = { onlyProblems: !onlyProblems };
    shown.push({ id: "problems", label: words.imports.facetProblems, facet, isOn: onlyProblems });
  }
  if (preview.conflicts > 0) {
    const facet = { onlyConflicts: !onlyConflicts };
    const label = words.imports.facetConflicts;
    shown.push({ id: "conflicts", label, count: preview.conflicts, facet, isOn: onlyConflicts });
  }
  return shown;
}
