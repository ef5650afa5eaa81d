/** A named region that scrolls. It takes the focus, so that the keyboard can scroll it, too. */
import type { ReactNode } from "react";

interface ScrollRegionProps {
  label: string;
  className?: string;
  children: ReactNode;
}

export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus there is no scrolling by keyboard
      tabIndex={0}
      className={`relative overflow-auto ${className ?? ""}`}
    >
      {children}
    </section>
  );
}
