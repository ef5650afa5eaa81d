/** A function that stays the same between renders and always does what the latest render says. */
import { useCallback, useRef } from "react";

export function useStable<Arguments extends unknown[]>(action: (...given: Arguments) => void) {
  const latest = useRef(action);
  latest.current = action;
  return useCallback((...given: Arguments) => latest.current(...given), []);
}
