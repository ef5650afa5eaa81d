/** Details beside a list: the list stays in sight and usable. */
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { words } from "@/words";
import { Button } from "./Button";
import { ScrollRegion } from "./ScrollRegion";

interface SidePanelProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

export function SidePanel({ title, onClose, children }: SidePanelProps) {
  return (
    <aside aria-label={title} className="panel flex w-80 flex-none flex-col">
      <header className="flex items-center gap-2 border-line border-b py-2 pr-2 pl-3">
        <h2 className="min-w-0 flex-1 truncate">{title}</h2>
        <Button tone="quiet" icon={X} label={words.common.close} onClick={onClose} />
      </header>
      <ScrollRegion label={title} className="flex min-h-0 flex-1 flex-col gap-4 p-3">
        {children}
      </ScrollRegion>
    </aside>
  );
}

export interface Fact {
  label: string;
  value: ReactNode;
}

/** Name and value, one below the other; empty values show a dash. */
export function Facts({ facts, columns = 1 }: { facts: Fact[]; columns?: 1 | 2 | 3 | 4 }) {
  const grid = { 1: "grid-cols-1", 2: "grid-cols-2", 3: "grid-cols-3", 4: "grid-cols-4" }[columns];
  return (
    <dl className={`grid ${grid} gap-x-6 gap-y-2`}>
      {facts.map(({ label, value }) => (
        <div key={label} className="min-w-0">
          <dt className="text-muted text-small">{label}</dt>
          <dd className="break-words">
            {value === null || value === undefined || value === "" ? "–" : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
