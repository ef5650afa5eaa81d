/** The steps after the file: sheet, columns, values, review. The preview follows every choice. */
import { useState } from "react";
import type { ImportFile } from "@/bindings/ImportFile";
import { Button } from "@/components/Button";
import { ErrorNotice } from "@/components/ErrorNotice";
import { Answer } from "@/components/Query";
import { useRead } from "@/queries/commands";
import { words } from "@/words";
import { ColumnsStep } from "./ColumnsStep";
import { CommitBar } from "./CommitBar";
import { type ChoiceStep, choose, firstChoices } from "./choices";
import { ReviewStep } from "./ReviewStep";
import { SheetStep } from "./SheetStep";
import { ValuesStep } from "./ValuesStep";

const STEPS = [
  { id: "sheet", label: words.imports.stepSheet },
  { id: "columns", label: words.imports.stepColumns },
  { id: "values", label: words.imports.stepValues },
  { id: "review", label: words.imports.stepReview },
] as const;
type StepId = (typeof STEPS)[number]["id"];

interface ImportStepsProps {
  fileId: string;
  migrationId: string;
  onOtherFile: () => void;
}

export function ImportSteps(props: ImportStepsProps) {
  const file = useRead("import_open", { fileId: props.fileId });
  if (file.error) {
    return (
      <div className="flex flex-col items-start gap-3">
        <ErrorNotice error={file.error} onRetry={() => file.refetch()} />
        <Button onClick={props.onOtherFile}>{words.imports.otherFile}</Button>
      </div>
    );
  }
  return <Answer of={file}>{(opened) => <Steps {...props} file={opened} />}</Answer>;
}

function Steps({ file, fileId, migrationId, onOtherFile }: ImportStepsProps & { file: ImportFile }) {
  const [choices, setChoices] = useState(() => firstChoices(fileId, migrationId));
  const [step, setStep] = useState<StepId>("sheet");
  const preview = useRead("import_preview", choices, { keepPrevious: true });
  const take = (next: ChoiceStep) => setChoices((before) => choose(before, next));
  const at = STEPS.findIndex(({ id }) => id === step);
  const following = STEPS[at + 1]?.id;
  const previous = STEPS[at - 1]?.id;
  const { data } = preview;
  return (
    <>
      <StepBar step={step} onStep={setStep} />
      {preview.error && <ErrorNotice error={preview.error} onRetry={() => preview.refetch()} />}
      <div className="flex min-h-0 flex-1 flex-col overflow-auto" aria-busy={preview.isFetching}>
        {step === "sheet" && <SheetStep file={file} preview={data} choices={choices} onChoose={take} />}
        {data && step === "columns" && <ColumnsStep settings={data.settings} onChoose={take} />}
        {data && step === "values" && <ValuesStep settings={data.settings} onChoose={take} />}
        {data && step === "review" && <ReviewStep preview={data} choices={choices} />}
      </div>
      <footer className="flex items-center gap-2">
        <Button onClick={previous ? () => setStep(previous) : onOtherFile}>
          {previous ? words.common.back : words.imports.otherFile}
        </Button>
        <span className="flex-1" />
        {following && (
          <Button tone="primary" disabled={!data || !!preview.error} onClick={() => setStep(following)}>
            {words.common.continue}
          </Button>
        )}
        {!following && data && !preview.error && (
          <CommitBar preview={data} choices={choices} onStale={() => preview.refetch()} />
        )}
      </footer>
    </>
  );
}

function StepBar({ step, onStep }: { step: StepId; onStep: (step: StepId) => void }) {
  const current = STEPS.findIndex(({ id }) => id === step);
  return (
    <nav aria-label={words.imports.steps}>
      <ol className="flex gap-1">
        {STEPS.map(({ id, label }, index) => (
          <li key={id}>
            <button
              type="button"
              className="tab disabled:opacity-60"
              aria-current={id === step ? "page" : undefined}
              disabled={index > current}
              onClick={() => onStep(id)}
            >
              {index + 1}. {label}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
