/** The steps after the files, and the keys that move between them. */
import type { KeyboardEvent } from "react";
import { words } from "@/words";

export const STEPS = [
  { id: "sheets", label: words.imports.stepSheet },
  { id: "columns", label: words.imports.stepColumns },
  { id: "values", label: words.imports.stepValues },
  { id: "review", label: words.imports.stepReview },
] as const;

export type StepId = (typeof STEPS)[number]["id"];

export function stepBeside(step: StepId, by: 1 | -1): StepId | undefined {
  return STEPS[STEPS.findIndex(({ id }) => id === step) + by]?.id;
}

/** `1` continues, `-1` goes back; nothing where the key belongs to the control that has the focus. */
export function stepKey(event: KeyboardEvent): 1 | -1 | null {
  if (event.defaultPrevented) return null;
  if (event.altKey && !event.ctrlKey && !event.shiftKey) {
    if (event.key === "ArrowRight") return 1;
    if (event.key === "ArrowLeft") return -1;
  }
  if (event.key !== "Enter" || event.altKey || event.shiftKey) return null;
  return event.ctrlKey || event.metaKey || isPlainText(event.target) ? 1 : null;
}

/** Where Enter has no other meaning. */
function isPlainText(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("button, a, input, select, textarea, [role=grid]") === null
  );
}
