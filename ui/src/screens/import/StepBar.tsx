/** The steps of the import, each reachable at any time once the files are read. */
import { words } from "@/words";
import { STEPS, type StepId } from "./steps";

interface StepBarProps {
  step: StepId;
  isReady: boolean;
  onStep: (step: StepId) => void;
}

export function StepBar({ step, isReady, onStep }: StepBarProps) {
  return (
    <nav aria-label={words.imports.steps} title={words.imports.keys} className="border-line border-b">
      <ol className="flex gap-1">
        {STEPS.map(({ id, label }, index) => (
          <li key={id}>
            <button
              type="button"
              className="tab disabled:opacity-60"
              aria-current={id === step ? "page" : undefined}
              disabled={!isReady && id !== step}
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
