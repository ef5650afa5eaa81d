/** What one workbook changes, section by section, and the one confirmation. Nothing is stored before it. */
import { GitCompareArrows, ListChecks, RefreshCw } from "lucide-react";
import { useState } from "react";
import type { DiscoveryWorkbookReview } from "@/bindings/DiscoveryWorkbookReview";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { ErrorNotice } from "@/components/ErrorNotice";
import { Answer } from "@/components/Query";
import { notify } from "@/components/Toast";
import { formatCount } from "@/format";
import { useRead, useWrite } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import { SECTION_ORDER } from "../target";
import { BookChanges } from "./BookChanges";
import { BookProblems } from "./BookProblems";
import {
  choicesOf,
  type Decisions,
  decide,
  isStored,
  type Question,
  questionsOf,
  type Side,
  sideOf,
} from "./decisions";

const book = words.discovery.workbook;

interface WorkbookReviewProps {
  siteId: string;
  fileId: string;
  onDone: () => void;
}

export function WorkbookReview({ siteId, fileId, onDone }: WorkbookReviewProps) {
  const review = useRead("discovery_workbook_read", { siteId, fileId });
  const apply = useWrite("discovery_workbook_apply");
  const [decisions, setDecisions] = useState<Decisions>({});
  const mayChange = useMayChange();

  function readAgain() {
    apply.reset();
    void review.refetch();
  }

  async function store({ fingerprint, changes }: DiscoveryWorkbookReview) {
    const choices = choicesOf(changes, decisions);
    const { changed, added, removed } = await apply.mutateAsync({ siteId, fileId, fingerprint, ...choices });
    notify(book.applied(formatCount(changed + added + removed)));
    onDone();
  }

  return (
    <Answer of={review}>
      {(read) => {
        const questions = read.changes.flatMap((change) => questionsOf(change, decisions));
        const open = questions.filter((question) => sideOf(question, decisions) === null);
        const count = read.changes.filter((change) => isStored(change, decisions)).length;
        const isHeld = read.problems.some(({ severity }) => severity === "error");
        const readOnly = !mayChange || apply.isPending;
        const onDecide = (side: Side, ...decided: Question[]) =>
          setDecisions((now) => decide(decided, side, now));
        return (
          <>
            <p className="text-muted">{book.of(read.fileName)}</p>
            {review.error && <ErrorNotice error={review.error} onRetry={readAgain} />}
            <BookProblems problems={read.problems} />
            {read.changes.length === 0 && !isHeld && (
              <div className="panel">
                <EmptyState
                  icon={ListChecks}
                  title={book.nothing}
                  action={<Button onClick={onDone}>{book.backToSite}</Button>}
                >
                  {book.nothingHelp}
                </EmptyState>
              </div>
            )}
            {open.length > 0 && mayChange && (
              <OpenDecisions count={open.length} onDecide={(side) => onDecide(side, ...open)} />
            )}
            {SECTION_ORDER.map((section) => {
              const changes = read.changes.filter((change) => change.section === section);
              if (changes.length === 0) return null;
              return (
                <BookChanges
                  key={section}
                  title={words.discovery.sections[section]}
                  changes={changes}
                  decisions={decisions}
                  readOnly={readOnly}
                  onDecide={(question, side) => onDecide(side, question)}
                />
              );
            })}
            {apply.error && <ErrorNotice error={apply.error} />}
            {mayChange && (read.changes.length > 0 || isHeld) && (
              <footer className="sticky bottom-0 flex flex-wrap items-center justify-end gap-3 border-line border-t bg-bg py-3">
                <span className="text-muted text-small">
                  {isHeld ? book.heldHelp : open.length > 0 ? book.openHelp : book.applyHelp}
                </span>
                <Button icon={RefreshCw} onClick={readAgain} busy={review.isFetching}>
                  {book.readAgain}
                </Button>
                <Button
                  tone="primary"
                  disabled={isHeld || open.length > 0 || count === 0 || review.isFetching}
                  busy={apply.isPending}
                  onClick={() => store(read).catch(() => {})}
                >
                  {book.apply(formatCount(count))}
                </Button>
              </footer>
            )}
          </>
        );
      }}
    </Answer>
  );
}

/** Decides at once what nobody has decided yet. */
function OpenDecisions({ count, onDecide }: { count: number; onDecide: (side: Side) => void }) {
  return (
    <div className="flex flex-wrap items-center gap-2 rounded-md bg-warn-bg px-3 py-1.5 text-warn">
      <GitCompareArrows aria-hidden className="size-4 flex-none" />
      <p className="min-w-0 flex-1 basis-80">{book.open(count)}</p>
      <Button onClick={() => onDecide("ours")}>{book.restOurs}</Button>
      <Button onClick={() => onDecide("theirs")}>{book.restTheirs}</Button>
    </div>
  );
}
