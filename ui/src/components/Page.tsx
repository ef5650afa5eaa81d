/** The frame of a screen: its title, what can be done there, and room for its content. */
import type { ReactNode } from "react";

interface PageProps {
  title: ReactNode;
  /** What the screen belongs to, above the title. */
  context?: ReactNode;
  actions?: ReactNode;
  /** Fills the height and scrolls inside, as a grid does. */
  fill?: boolean;
  /** Lies inside a screen that has a title of its own. */
  nested?: boolean;
  children: ReactNode;
}

export function Page({ title, context, actions, fill, nested, children }: PageProps) {
  const Title = nested ? "h2" : "h1";
  return (
    <div className={`flex flex-col gap-4 p-5 ${fill ? "h-full min-h-0" : ""}`}>
      <header className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1">
          {context && <div className="text-muted text-small">{context}</div>}
          {typeof title === "string" ? (
            <Title className="page-title truncate" title={title}>
              {title}
            </Title>
          ) : (
            <Title className="page-title flex items-center gap-2">{title}</Title>
          )}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
  /** Without inner space, for tables that reach the edge. */
  flush?: boolean;
}

export function Section({ title, actions, children, flush }: SectionProps) {
  return (
    <section className="panel" aria-label={title}>
      <header className="flex min-h-10 items-center gap-2 border-line border-b px-3 py-1.5">
        <h2 className="min-w-0 flex-1">{title}</h2>
        {actions}
      </header>
      <div className={flush ? "relative overflow-x-auto" : "p-3"}>{children}</div>
    </section>
  );
}
