/** What is to be said of a row: fields that were not saved, what a new one still needs, and findings. */
import type { ReactNode } from "react";
import type { DiscoveryFinding } from "@/bindings/DiscoveryFinding";
import { words } from "@/words";
import { FindingLine } from "../FindingLine";
import type { Column } from "../fields/cells";
import { FieldNews } from "../fields/FieldNews";
import type { Fields } from "../fields/useFields";

interface RowNewsProps<Values> {
  /** The fields that have no room of their own for news. */
  columns: readonly Column<Values>[];
  fields: Fields<Values>;
  findings: DiscoveryFinding[];
  needs: string[];
  note: ReactNode;
  /** How a remaining cost is counted. */
  costRule: string;
}

export function hasRowNews<Values>({
  columns,
  fields,
  findings,
  needs,
  note,
}: RowNewsProps<Values>): boolean {
  const isNews = (field: string) => {
    const kind = fields.drafts[field]?.news?.kind;
    return kind === "refused" || kind === "conflict";
  };
  return !!note || findings.length > 0 || needs.length > 0 || columns.some(({ field }) => isNews(field));
}

export function RowNews<Values extends object>(props: RowNewsProps<Values>) {
  const { columns, fields, findings, needs, note, costRule } = props;
  return (
    <div className="flex flex-col gap-1.5 py-1">
      {columns.map((column) => (
        <FieldNews key={column.field} column={column} fields={fields} />
      ))}
      {needs.length > 0 && (
        <p role="status" className="text-small text-warn">
          {words.discovery.rows.needs(needs.join(", "))}
        </p>
      )}
      {note}
      {findings.map((finding) => (
        <FindingLine key={`${finding.code} ${finding.text}`} finding={finding} costRule={costRule} />
      ))}
    </div>
  );
}
