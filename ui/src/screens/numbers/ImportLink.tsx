/** Leads from a number to the import that brought it; nothing for one that came in another way. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { NumberRow } from "@/bindings/NumberRow";

interface ImportLinkProps {
  number: NumberRow;
  /** In a grid the cells are reached by arrow keys, not by Tab. */
  tabIndex?: number;
  children: ReactNode;
}

export function ImportLink({ number, tabIndex, children }: ImportLinkProps) {
  const { migrationId, importBatchId } = number;
  if (importBatchId === null) return null;
  return (
    <Link
      to="/migrations/$migrationId/imports/$batchId"
      params={{ migrationId, batchId: importBatchId }}
      tabIndex={tabIndex}
    >
      {children}
    </Link>
  );
}
