/** What speaks against the numbers, accounts and orders of one migration. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import type { ProblemList } from "@/bindings/ProblemList";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Answer } from "@/components/Query";
import { formatCount } from "@/format";
import { useRead } from "@/queries/commands";
import { ProblemFilters, type ProblemView } from "@/screens/problems/ProblemFilters";
import { ProblemTable } from "@/screens/problems/ProblemTable";
import { words } from "@/words";
import { useMigration, useMigrationId } from "./useMigration";

/** Problems that come at once. */
const STEP = 200;

export function MigrationProblems() {
  const migrationId = useMigrationId();
  const view = useSearch({ from: "/migrations/$migrationId/problems" });
  const [limit, setLimit] = useState(STEP);
  const list = useRead("problem_list", requestOf(migrationId, view, limit), { keepPrevious: true });
  return (
    <div className="flex flex-col gap-3 p-5">
      <Answer of={list}>
        {(found) => <Found list={found} view={view} onMore={() => setLimit(limit + STEP)} />}
      </Answer>
    </div>
  );
}

function requestOf(migrationId: string, { severity, code, waived }: ProblemView, limit: number) {
  return {
    migrationId,
    portOrderId: null,
    severity: severity ?? null,
    code: code ?? null,
    waived: waived ?? null,
    offset: 0,
    limit,
  };
}

interface FoundProps {
  list: ProblemList;
  view: ProblemView;
  onMore: () => void;
}

function Found({ list, view, onMore }: FoundProps) {
  const navigate = useNavigate({ from: "/migrations/$migrationId/problems" });
  const { data: detail } = useMigration();
  const show = (search: ProblemView) => navigate({ search, replace: true });
  if (list.codes.length === 0) {
    return (
      <div className="panel">
        <EmptyState icon={CircleCheck} title={words.problems.empty}>
          {words.problems.emptyHelp}
        </EmptyState>
      </div>
    );
  }
  if (!detail) return null;
  const { id: migrationId, customerId, siteId } = detail.migration;
  return (
    <>
      <ProblemFilters list={list} view={view} onChange={show} />
      <div className="panel overflow-x-auto">
        {list.problems.length === 0 ? (
          <EmptyState
            title={words.problems.noneShown}
            action={<Button onClick={() => show({})}>{words.problems.clear}</Button>}
          />
        ) : (
          <ProblemTable
            label={words.problems.title}
            problems={list.problems}
            home={{ migrationId, customerId, siteId }}
          />
        )}
      </div>
      <footer className="flex items-center gap-3 text-muted text-small">
        {words.problems.shown(formatCount(list.problems.length), formatCount(list.total))}
        {list.problems.length < list.total && <Button onClick={onMore}>{words.problems.more}</Button>}
        <span className="ml-auto">{words.problems.keys}</span>
      </footer>
    </>
  );
}
