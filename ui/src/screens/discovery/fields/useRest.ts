/** Calls once nothing has happened for a while: a list walked through by arrow keys changes with each key, and only where it comes to rest is saved. */
import { useEffect, useRef } from "react";

/** Milliseconds. */
const REST = 600;

export function useRest(call: () => void): { start: () => void; stop: () => void } {
  const timer = useRef<number>(undefined);
  const latest = useRef(call);
  latest.current = call;
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const stop = () => window.clearTimeout(timer.current);
  const start = () => {
    stop();
    timer.current = window.setTimeout(() => latest.current(), REST);
  };
  return { start, stop };
}
