/** One row: its cells, its details below them, and what is to be said of it. */
import { ChevronDown, ChevronRight, Trash2 } from "lucide-react";
import { type KeyboardEvent, useId } from "react";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { Button } from "@/components/Button";
import { words } from "@/words";
import type { Column } from "../fields/cells";
import { FieldControl } from "../fields/FieldControl";
import { LabelledField } from "../fields/LabelledField";
import { findingsOfRow } from "../findings";
import { NEW_ROW } from "../target";
import type { RowKind, StoredRow } from "./kind";
import { hasRowNews, RowNews } from "./RowNews";
import { useRow } from "./useRow";

interface EditedRowProps<Row extends StoredRow, Values extends object> {
  kind: RowKind<Row, Values>;
  discovery: SiteDiscovery;
  /** None for the new row. */
  row: Row | null;
  /** The fields beside each other. */
  cells: readonly Column<Values>[];
  /** The fields below them. */
  details: readonly Column<Values>[];
  isOpen: boolean;
  readOnly: boolean;
  onToggle: (open: boolean) => void;
  onEnter: (column: Column<Values>, back: boolean) => void;
  onCreated: (row: Row) => void;
  onRemove: (values: Values, revision: number) => void;
}

export function EditedRow<Row extends StoredRow, Values extends object>(props: EditedRowProps<Row, Values>) {
  const { kind, discovery, row, cells, details, isOpen, readOnly } = props;
  const { fields, needs, forget } = useRow(kind, discovery, row, props.onCreated);
  const id = useId();
  const findings = row ? findingsOfRow(discovery, row.id) : [];
  const name = row ? kind.nameOf(fields.values) : kind.add;
  const note = row && kind.note?.(row, discovery);
  const news = { columns: cells, fields, findings, needs, note, costRule: discovery.remainingCostRule };
  const describedBy = ({ field }: Column<Values>) =>
    fields.drafts[field]?.news || findings.some((finding) => finding.fields.includes(field))
      ? `${id}-news`
      : undefined;
  const severityOf = ({ field }: Column<Values>) =>
    findings.find((finding) => finding.fields.includes(field))?.severity;

  function enter(column: Column<Values>, back: boolean) {
    fields.leave(column);
    props.onEnter(column, back);
  }

  function remove() {
    for (const column of kind.columns) fields.restore(column);
    if (!row) forget();
    props.onRemove(fields.values, row?.revision ?? 0);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Delete" || !event.altKey || readOnly) return;
    event.preventDefault();
    remove();
  }

  return (
    <tbody data-row={row?.id ?? NEW_ROW} onKeyDown={onKeyDown}>
      <tr>
        {cells.map((column, index) => (
          <td key={column.field} data-severity={severityOf(column)}>
            <FieldControl
              column={row ? column : { ...column, toneOf: undefined }}
              fields={fields}
              readOnly={readOnly}
              label={`${column.label}, ${name}`}
              describedBy={describedBy(column)}
              className="cell-input"
              placeholder={!row && index === 0 ? kind.add : undefined}
              onEnter={(back) => enter(column, back)}
            />
          </td>
        ))}
        <RowButtons
          {...props}
          name={name}
          removeLabel={row ? words.discovery.rows.remove(name) : words.discovery.rows.clear}
          isEmpty={!row && needs.length === 0}
          onRemove={remove}
        />
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={cells.length + 1}>
            <div className="row-details">
              {details.map((column) => (
                <LabelledField
                  key={column.field}
                  column={column}
                  fields={fields}
                  readOnly={readOnly}
                  className={column.editor.kind === "long" ? "col-span-full" : undefined}
                  describedBy={severityOf(column) ? `${id}-news` : undefined}
                  onEnter={(back) => enter(column, back)}
                />
              ))}
            </div>
          </td>
        </tr>
      )}
      {hasRowNews(news) && (
        <tr>
          <td colSpan={cells.length + 1} id={`${id}-news`}>
            <RowNews {...news} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

interface RowButtonsProps {
  name: string;
  details: readonly unknown[];
  isOpen: boolean;
  readOnly: boolean;
  removeLabel: string;
  /** There is nothing that could be removed. */
  isEmpty: boolean;
  onToggle: (open: boolean) => void;
  onRemove: () => void;
}

function RowButtons({ name, details, isOpen, readOnly, ...props }: RowButtonsProps) {
  return (
    <td className="whitespace-nowrap text-right">
      {details.length > 0 && (
        <Button
          tone="quiet"
          icon={isOpen ? ChevronDown : ChevronRight}
          label={words.discovery.rows.details(name)}
          aria-expanded={isOpen}
          onClick={() => props.onToggle(!isOpen)}
        />
      )}
      {!readOnly && (
        <Button
          tone="quiet"
          icon={Trash2}
          label={props.removeLabel}
          aria-keyshortcuts="Alt+Delete"
          // Tab goes from field to field; the row's key removes it from any of them.
          tabIndex={-1}
          disabled={props.isEmpty}
          onClick={props.onRemove}
        />
      )}
    </td>
  );
}
