/** Which problems are shown: by weight, by rule, accepted or not. The choice lives in the address. */
import type { ProblemList } from "@/bindings/ProblemList";
import type { Severity } from "@/bindings/Severity";
import { type Choice, SelectField } from "@/components/Field";
import { formatCount } from "@/format";
import { words } from "@/words";

export interface ProblemView {
  severity?: Severity;
  code?: string;
  waived?: boolean;
}

/** Addresses are typed by hand, too: what does not fit is left out. */
export function parseProblemView(search: Record<string, unknown>): ProblemView {
  const view: ProblemView = {};
  if (search.severity === "error" || search.severity === "warning") view.severity = search.severity;
  if (typeof search.code === "string" && search.code !== "") view.code = search.code;
  if (typeof search.waived === "boolean") view.waived = search.waived;
  return view;
}

const SEVERITIES: Choice[] = [
  { value: "error", label: words.problems.error },
  { value: "warning", label: words.problems.warning },
];
const STATES: Choice[] = [
  { value: "false", label: words.problems.open },
  { value: "true", label: words.problems.waived },
];

interface ProblemFiltersProps {
  list: ProblemList;
  view: ProblemView;
  onChange: (view: ProblemView) => void;
}

export function ProblemFilters({ list, view, onChange }: ProblemFiltersProps) {
  const codes = list.codes.map(({ code, count }) => ({
    value: code,
    label: `${code} (${formatCount(count)})`,
  }));
  const { errors, warnings, waived } = list.counts;
  return (
    <div className="flex flex-wrap items-end gap-3">
      <SelectField
        label={words.problems.severity}
        choices={SEVERITIES}
        emptyLabel={words.problems.everything}
        value={view.severity ?? ""}
        onChange={({ target }) => onChange({ ...view, severity: (target.value || undefined) as Severity })}
      />
      <SelectField
        label={words.problems.code}
        choices={codes}
        emptyLabel={words.problems.everything}
        value={view.code ?? ""}
        onChange={({ target }) => onChange({ ...view, code: target.value || undefined })}
      />
      <SelectField
        label={words.problems.state}
        choices={STATES}
        emptyLabel={words.problems.everything}
        value={view.waived === undefined ? "" : String(view.waived)}
        onChange={({ target }) =>
          onChange({ ...view, waived: target.value === "" ? undefined : target.value === "true" })
        }
      />
      <p className="ml-auto self-center text-muted" aria-live="polite">
        {words.problems.counts(formatCount(errors), formatCount(warnings), formatCount(waived))}
      </p>
    </div>
  );
}
