/** What would be stored, record by record, with every problem on its cell, and the ways to mend it. */
import { PanelRight } from "lucide-react";
import { useRef, useState } from "react";
import type { ImportPreview } from "@/bindings/ImportPreview";
import { Button } from "@/components/Button";
import { words } from "@/words";
import { ConflictBar } from "./ConflictBar";
import { DateOrderQuestion } from "./DateOrderQuestion";
import { FindReplaceDialog } from "./FindReplaceDialog";
import { FixAllButton } from "./FixAllButton";
import { EVERYTHING, type ReviewFilter } from "./facets";
import { IgnoredRows } from "./IgnoredRows";
import { MendBar } from "./MendBar";
import { asksForDates, sheetTitles } from "./placement";
import { Remarks } from "./Remarks";
import { ProblemFacets, ReviewFacets } from "./ReviewFacets";
import { ReviewGrid } from "./ReviewGrid";
import { ReviewNarrow } from "./ReviewNarrow";
import type { ImportState } from "./useImport";
import { useMendKeys } from "./useMendKeys";

export function ReviewStep({ state, preview }: { state: ImportState; preview: ImportPreview }) {
  const [filter, setFilter] = useState<ReviewFilter>(EVERYTHING);
  const [showsDetails, setShowsDetails] = useState(false);
  const [isReplacing, setIsReplacing] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const sheetNames = sheetTitles(preview.sheets);
  const onKeyDown = useMendKeys(state, {
    find: () => search.current?.focus(),
    replace: () => setIsReplacing(true),
  });
  const facet = preview.facets.find(({ code }) => code === filter.problem);
  const shared = { preview, filter, onFilter: setFilter };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that work wherever the focus is within the review
    <div className="flex min-h-0 flex-1 flex-col gap-2" onKeyDown={onKeyDown}>
      <Remarks preview={preview} sheetNames={sheetNames} />
      {preview.sheets.filter(asksForDates).map((sheet) => (
        <DateOrderQuestion
          key={`${sheet.file} ${sheet.sheet}`}
          read={sheet}
          title={words.imports.datesOf(sheet.sheet)}
          onOrder={(dateOrder) => {
            const place = { file: sheet.file, sheet: sheet.sheet };
            state.take({ kind: "sheet", place, step: { kind: "dateOrder", dateOrder } });
          }}
        />
      ))}
      <ConflictBar state={state} preview={preview} />
      <div className="flex flex-none flex-wrap items-center gap-2">
        <ReviewFacets {...shared} />
        <span className="ml-auto flex flex-none gap-2">
          {facet && facet.fixable > 0 && <FixAllButton key={facet.code} state={state} facet={facet} />}
          <MendBar state={state} onReplace={() => setIsReplacing(true)} />
          <Button
            icon={PanelRight}
            label={words.imports.details}
            aria-pressed={showsDetails}
            onClick={() => setShowsDetails(!showsDetails)}
          />
        </span>
      </div>
      <div className="flex flex-none items-start gap-3">
        <ReviewNarrow {...shared} sheetNames={sheetNames} searchRef={search} />
        <ProblemFacets {...shared} />
      </div>
      {filter.outcome === "ignored" ? (
        <IgnoredRows preview={preview} sheetNames={sheetNames} sheet={filter.sheet} />
      ) : (
        <ReviewGrid
          key={filter.sheet ?? "all"}
          state={state}
          preview={preview}
          sheetNames={sheetNames}
          filter={filter}
          onFind={() => search.current?.focus()}
          showsDetails={showsDetails}
          onDetails={setShowsDetails}
        />
      )}
      {isReplacing && (
        <FindReplaceDialog
          state={state}
          preview={preview}
          sheetNames={sheetNames}
          sheet={filter.sheet}
          onClose={() => setIsReplacing(false)}
        />
      )}
    </div>
  );
}
