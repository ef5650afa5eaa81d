/** How many saves are under way, and whether the last one succeeded: what the head of the page says. */
import { useSyncExternalStore } from "react";

let underWay = 0;
let allSaved = false;
const listeners = new Set<() => void>();

function tell() {
  for (const listener of [...listeners]) listener();
}

/** Counts a save until it has ended; passes its answer on. After one that failed nothing is called saved. */
export async function counted<Answer>(
  save: Promise<Answer>,
  isStored = (_: Answer) => true,
): Promise<Answer> {
  underWay += 1;
  tell();
  try {
    const answer = await save;
    allSaved = isStored(answer);
    return answer;
  } catch (cause) {
    allSaved = false;
    throw cause;
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
    () => (underWay > 0 ? "saving" : allSaved ? "saved" : null),
  );
}
