/** Whether an element has room for the columns that a small window shows among the details. */
import { type RefObject, useLayoutEffect, useState } from "react";

/** CSS pixels: the table of a window of 1280 and more. */
const WIDE = 760;

export function useIsWide(element: RefObject<HTMLElement | null>): boolean {
  const [isWide, setIsWide] = useState(false);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const look = () => setIsWide(current.clientWidth >= WIDE);
    const observer = new ResizeObserver(look);
    observer.observe(current);
    look();
    return () => observer.disconnect();
  }, [element]);
  return isWide;
}
