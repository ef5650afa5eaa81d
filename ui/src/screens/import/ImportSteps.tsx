/** The steps after the files: sheets, columns, values, review. The preview follows every choice. */
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { OpenedImport } from "@/bindings/OpenedImport";
import { Button } from "@/components/Button";
import { ErrorNotice } from "@/components/ErrorNotice";
import { Answer } from "@/components/Query";
import { useWrite } from "@/queries/commands";
import { words } from "@/words";
import { ColumnsStep } from "./ColumnsStep";
import { CommitBar } from "./CommitBar";
import type { SheetPlace } from "./draft";
import { type NamedFile, withFiles } from "./files";
import { PickFile } from "./PickFile";
import { RefusedFiles } from "./RefusedFiles";
import { ReviewStep } from "./ReviewStep";
import { SheetsStep } from "./SheetsStep";
import { StepBar } from "./StepBar";
import { STEPS, type StepId, stepBeside, stepKey } from "./steps";
import { type Commit, useImport } from "./useImport";
import { useOpenedFiles } from "./useOpenedFiles";
import { ValuesStep } from "./ValuesStep";

interface ImportStepsProps {
  files: NamedFile[];
  migrationId: string;
  onFiles: (files: NamedFile[]) => void;
}

export function ImportSteps(props: ImportStepsProps) {
  const commit = useWrite("import_commit");
  const opened = useOpenedFiles(props.files, props.migrationId, commit);
  if (opened.error) {
    return (
      <div className="flex flex-col items-start gap-3">
        <ErrorNotice error={opened.error} onRetry={() => opened.refetch()} />
        <Button onClick={() => props.onFiles([])}>{words.imports.otherFile}</Button>
      </div>
    );
  }
  return (
    <Answer of={opened}>
      {(found) =>
        found.files.length > 0 ? (
          <Steps {...props} opened={found} commit={commit} />
        ) : (
          <div className="flex flex-col gap-3">
            <RefusedFiles {...props} opened={found} />
            <div>
              <Button onClick={() => props.onFiles([])}>{words.imports.otherFile}</Button>
            </div>
          </div>
        )
      }
    </Answer>
  );
}

interface StepsProps extends ImportStepsProps {
  opened: OpenedImport;
  commit: Commit;
}

function Steps({ files, migrationId, onFiles, opened, commit: committed }: StepsProps) {
  const state = useImport(opened, migrationId, committed);
  const [step, setStep] = useState<StepId>("sheets");
  const [place, setPlace] = useState<SheetPlace | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const commit = useRef<HTMLButtonElement>(null);
  const following = stepBeside(step, 1);
  const previous = stepBeside(step, -1);
  const isReady = state.preview !== undefined && !state.error;
  const shared = { state, place, onPlace: setPlace };
  useFocusOn(heading, step);

  function onKeyDown(event: KeyboardEvent) {
    const by = stepKey(event);
    if (by === null) return;
    event.preventDefault();
    // A text field counts when it is left, and it is left now.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const next = by === 1 ? following : previous;
    if (next && (by === -1 || isReady)) setStep(next);
    else if (by === 1 && !following) commit.current?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that work wherever the focus is within the wizard
    <div className="flex min-h-0 flex-1 flex-col gap-3" onKeyDown={onKeyDown}>
      <StepBar step={step} isReady={isReady} onStep={setStep} />
      <h2 ref={heading} tabIndex={-1} className="visually-hidden">
        {STEPS.find(({ id }) => id === step)?.label}
      </h2>
      {step === "sheets" && <RefusedFiles files={files} opened={opened} onFiles={onFiles} />}
      {state.error && <ErrorNotice error={state.error} onRetry={state.refresh} />}
      <div className="-m-1 flex min-h-0 flex-1 flex-col overflow-y-auto p-1" aria-busy={state.isFetching}>
        {step === "sheets" && <SheetsStep {...shared} files={files} onFiles={onFiles} />}
        {step === "columns" && <ColumnsStep {...shared} />}
        {step === "values" && <ValuesStep {...shared} />}
        {step === "review" && state.preview && <ReviewStep state={state} preview={state.preview} />}
      </div>
      <footer className="flex min-h-9 flex-none items-center gap-2">
        {previous ? (
          <Button onClick={() => setStep(previous)}>{words.common.back}</Button>
        ) : (
          <>
            <Button onClick={() => onFiles([])}>{words.imports.otherFile}</Button>
            <PickFile several onFiles={(more) => onFiles(withFiles(files, more))}>
              {words.imports.addFile}
            </PickFile>
          </>
        )}
        <span className="flex-1" />
        {following && (
          <Button tone="primary" disabled={!isReady} onClick={() => setStep(following)}>
            {words.common.continue}
          </Button>
        )}
        {!following && isReady && state.preview && (
          <CommitBar
            state={state}
            preview={state.preview}
            buttonRef={commit}
            onDecide={(where) => {
              setPlace(where);
              setStep("columns");
            }}
          />
        )}
      </footer>
    </div>
  );
}

/**
 * A step begins at its heading, so that a screen reader says where one is. The first one takes the focus only where
 * nothing has it, as when the button that chose the files is gone; else the wizard's keys would go nowhere.
 */
function useFocusOn(heading: React.RefObject<HTMLHeadingElement | null>, step: StepId) {
  const shown = useRef<StepId | null>(null);
  useEffect(() => {
    const isFirst = shown.current === null;
    if (shown.current === step) return;
    shown.current = step;
    if (!isFirst || document.activeElement === document.body) heading.current?.focus();
  }, [heading, step]);
}
