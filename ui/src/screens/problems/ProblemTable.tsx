/** Problems as one dense list: what, where, and what can be done. Keys move along the rows and act on them. */
import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import type { Problem } from "@/bindings/Problem";
import { Button } from "@/components/Button";
import { notify, notifyError } from "@/components/Toast";
import { useWrite } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import { fixWords } from "./fixWords";
import { type ProblemHome, ProblemPlace } from "./ProblemPlace";
import { WaiveDialog } from "./WaiveDialog";

interface ProblemTableProps {
  label: string;
  problems: Problem[];
  home: ProblemHome;
  /** Stands beside something else: place and actions lie below what is wrong. */
  isNarrow?: boolean;
}

export function ProblemTable({ label, problems, home, isNarrow = false }: ProblemTableProps) {
  const [waiving, setWaiving] = useState<Problem | null>(null);
  const mayChange = useMayChange();
  const acts = useActs(home.migrationId, setWaiving);
  return (
    <>
      <table className="table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{words.problems.severity}</th>
            <th scope="col">{words.problems.what}</th>
            {!isNarrow && <th scope="col">{words.problems.where}</th>}
            {!isNarrow && mayChange && <th scope="col">{words.problems.actions}</th>}
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr
              key={`${problem.code} ${problem.entityId} ${problem.fingerprint}`}
              tabIndex={0}
              onKeyDown={(event) => onRowKey(event, problem, mayChange ? acts : undefined)}
            >
              <td className="w-24">
                <SeverityMark problem={problem} />
              </td>
              <td className="py-1.5!">
                <What problem={problem} />
                {isNarrow && (
                  <div className="mt-1 flex flex-wrap items-center justify-between gap-2">
                    <ProblemPlace problem={problem} home={home} />
                    {mayChange && <Acts problem={problem} acts={acts} />}
                  </div>
                )}
              </td>
              {!isNarrow && (
                <td className="w-44 xl:w-60">
                  <ProblemPlace problem={problem} home={home} />
                </td>
              )}
              {!isNarrow && mayChange && (
                <td className="w-40">
                  <Acts problem={problem} acts={acts} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {waiving && (
        <WaiveDialog problem={waiving} migrationId={home.migrationId} onClose={() => setWaiving(null)} />
      )}
    </>
  );
}

function What({ problem: { text, code, waiver, remedy } }: { problem: Problem }) {
  return (
    <>
      {text}
      <p className="text-muted text-small">
        {waiver ? words.problems.waivedBy(waiver.waivedBy, waiver.reason) : remedy}{" "}
        <span className="whitespace-nowrap font-mono">{code}</span>
      </p>
    </>
  );
}

interface RowActs {
  fix: (problem: Problem) => void;
  waive: (problem: Problem) => void;
  unwaive: (problem: Problem) => void;
  busy: boolean;
}

function useActs(migrationId: string, waive: (problem: Problem) => void): RowActs {
  const fix = useWrite("problem_fix");
  const unwaive = useWrite("problem_waiver_remove");
  return {
    fix: ({ code, entityId, fingerprint }) =>
      fix.mutate(
        { migrationId, code, entityId, fingerprint },
        { onSuccess: () => notify(words.problems.fixed), onError: notifyError },
      ),
    waive,
    unwaive: ({ waiver }) => waiver && unwaive.mutate({ id: waiver.id }, { onError: notifyError }),
    busy: fix.isPending || unwaive.isPending,
  };
}

function Acts({ problem, acts }: { problem: Problem; acts: RowActs }) {
  if (problem.waiver) {
    return (
      <Button tone="quiet" busy={acts.busy} onClick={() => acts.unwaive(problem)}>
        {words.problems.unwaive}
      </Button>
    );
  }
  return (
    <span className="flex flex-wrap gap-1">
      {problem.fix && (
        <Button busy={acts.busy} onClick={() => acts.fix(problem)}>
          {fixWords(problem.fix)}
        </Button>
      )}
      {problem.canBeWaived && (
        <Button tone="quiet" onClick={() => acts.waive(problem)}>
          {words.problems.waive}
        </Button>
      )}
    </span>
  );
}

function SeverityMark({ problem }: { problem: Problem }) {
  if (problem.waiver) {
    return <Mark icon={CircleCheck} className="text-muted" text={words.problems.waived} />;
  }
  return problem.severity === "error" ? (
    <Mark icon={CircleAlert} className="text-danger" text={words.problems.error} />
  ) : (
    <Mark icon={TriangleAlert} className="text-warn" text={words.problems.warning} />
  );
}

function Mark({
  icon: Icon,
  className,
  text,
}: {
  icon: typeof CircleAlert;
  className: string;
  text: string;
}) {
  return (
    <span className={`flex items-center gap-1.5 whitespace-nowrap ${className}`}>
      <Icon aria-hidden className="size-4 flex-none" />
      {text}
    </span>
  );
}

/** Keys of a row itself; its buttons and links have their own. */
function onRowKey(event: KeyboardEvent<HTMLTableRowElement>, problem: Problem, acts: RowActs | undefined) {
  const row = event.currentTarget;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
    if (next instanceof HTMLElement) next.focus();
  } else if (event.target !== row) {
    return;
  } else if (event.key === "Enter") {
    row.querySelector("a")?.click();
  } else if (event.key === "f" && acts && problem.fix && !problem.waiver) {
    acts.fix(problem);
  } else if (event.key === "a" && acts && problem.canBeWaived && !problem.waiver) {
    acts.waive(problem);
  } else {
    return;
  }
  event.preventDefault();
}
