/** What would be stored, record by record, with every problem on its cell. */
import { Info } from "lucide-react";
import { useMemo, useState } from "react";
import type { ImportChoices } from "@/bindings/ImportChoices";
import type { ImportOutcome } from "@/bindings/ImportOutcome";
import type { ImportPreview } from "@/bindings/ImportPreview";
import type { IssueCode } from "@/bindings/IssueCode";
import { ErrorNotice } from "@/components/ErrorNotice";
import { formatInstant } from "@/format";
import { Grid } from "@/grid/Grid";
import type { SortState } from "@/grid/types";
import { useGridColumns } from "@/grid/useGridColumns";
import { useGridSource } from "@/queries/useGridSource";
import { words } from "@/words";
import { IgnoredRows } from "./IgnoredRows";
import { ReviewFilters } from "./ReviewFilters";
import { type ReviewRow, reviewColumns, reviewMark, toReviewRow } from "./reviewRows";

export interface ReviewFilter {
  outcome: ImportOutcome | "ignored" | null;
  problem: IssueCode | null;
  onlyProblems: boolean;
}

const EVERYTHING: ReviewFilter = { outcome: null, problem: null, onlyProblems: false };
const NO_SORT: SortState[] = [];

interface ReviewStepProps {
  preview: ImportPreview;
  choices: ImportChoices;
}

export function ReviewStep({ preview, choices }: ReviewStepProps) {
  const [filter, setFilter] = useState(EVERYTHING);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3">
      <Remarks
        texts={[
          ...preview.sameFile.map((batch) => words.imports.sameFile(formatInstant(batch.at))),
          ...preview.warnings.map((warning) => warning.text),
        ]}
      />
      <ReviewFilters preview={preview} filter={filter} onFilter={setFilter} />
      {filter.outcome === "ignored" ? (
        <IgnoredRows rows={preview.ignored} />
      ) : (
        <ReviewGrid preview={preview} choices={choices} filter={filter} />
      )}
    </div>
  );
}

function Remarks({ texts }: { texts: string[] }) {
  if (texts.length === 0) return null;
  return (
    <div className="flex items-start gap-2 rounded-md bg-info-bg px-3 py-1.5 text-info">
      <Info aria-hidden className="mt-0.5 size-4 flex-none" />
      <ul aria-label={words.imports.warnings} className="flex flex-wrap gap-x-6">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

function ReviewGrid({ preview, choices, filter }: ReviewStepProps & { filter: ReviewFilter }) {
  const { columns: mapped } = preview.settings;
  const request = useMemo(
    () => ({
      choices,
      outcome: filter.outcome === "ignored" ? null : filter.outcome,
      problem: filter.problem,
      onlyProblems: filter.onlyProblems,
    }),
    [choices, filter],
  );
  const source = useGridSource<ReviewRow, "import_rows">("import_rows", request, toReviewRow);
  const columns = useMemo(() => reviewColumns(mapped), [mapped]);
  const table = useGridColumns({ name: null, columns, sort: NO_SORT, onSort: () => {} });
  const marks = useMemo(() => (row: ReviewRow, column: string) => reviewMark(row, column, mapped), [mapped]);
  return (
    <>
      {source.error && <ErrorNotice error={source.error} />}
      <div className="flex min-h-72 flex-1 flex-col">
        <Grid label={words.imports.review} source={source} table={table} columns={columns} marks={marks} />
      </div>
    </>
  );
}
