/** How many saves are under way, and whether there was one: what the head of the page says. */
import { useSyncExternalStore } from "react";

let underWay = 0;
let everSaved = false;
const listeners = new Set<() => void>();

function tell() {
  for (const listener of [...listeners]) listener();
}

/** Counts a save until it has ended; passes its answer on. */
export async function counted<Answer>(save: Promise<Answer>): Promise<Answer> {
  underWay += 1;
  tell();
  try {
    const answer = await save;
    everSaved = true;
    return answer;
  } finally {
    underWay -= 1;
    tell();
  }
}

export function useSaveStatus(): "saving" | "saved" | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (underWay > 0 ? "saving" : everSaved ? "saved" : null),
  );
}
