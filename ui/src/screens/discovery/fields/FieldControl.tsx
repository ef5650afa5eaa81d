/** The control of one field, saved when it is left; Escape restores it, Enter goes on. */
import { type FocusEvent, type KeyboardEvent, useId } from "react";
import { words } from "@/words";
import type { Column } from "./cells";
import type { Fields } from "./useFields";
import { useRest } from "./useRest";

interface FieldControlProps<Values> {
  column: Column<Values>;
  fields: Fields<Values>;
  readOnly?: boolean;
  id?: string;
  /** Names the control where no label stands beside it. */
  label?: string;
  describedBy?: string;
  /** The first, empty entry of a list. */
  emptyLabel?: string;
  placeholder?: string;
  /** Where Enter leads; back with Shift. */
  onEnter?: (back: boolean) => void;
  className?: string;
}

const CLASS: Partial<Record<Column<object>["editor"]["kind"], string>> = {
  money: "text-right tabular-nums",
  number: "text-right tabular-nums",
};

export function FieldControl<Values extends object>(props: FieldControlProps<Values>) {
  const { column, fields, readOnly } = props;
  const { kind } = column.editor;
  const text = fields.textOf(column);
  const listId = useId();
  const rest = useRest(() => fields.leave(column));
  const news = fields.drafts[column.field]?.news;

  const shared = {
    id: props.id,
    "data-field": column.field,
    "aria-label": props.label,
    "aria-invalid": news && news.kind !== "saving" ? true : undefined,
    "aria-describedby": props.describedBy,
    "aria-required": column.required || undefined,
    onBlur: (event: FocusEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>) => {
      rest.stop();
      const { validity } = event.currentTarget;
      fields.leave(column, validity.badInput ? words.discovery.fields.notDate : undefined);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === "Escape" && fields.drafts[column.field]) {
        event.preventDefault();
        event.stopPropagation();
        rest.stop();
        fields.restore(column);
      } else if (event.key === "Enter" && (kind !== "long" || event.ctrlKey) && props.onEnter) {
        event.preventDefault();
        props.onEnter(event.shiftKey);
      }
    },
  } as const;

  if (column.editor.kind === "choice") {
    const { choices } = column.editor;
    const isKnown = text === "" || choices.some(({ value }) => value === text);
    return (
      <select
        {...shared}
        className={`input ${props.className ?? ""} ${column.toneOf?.(text) ?? ""}`}
        disabled={readOnly}
        value={text}
        onChange={(event) => {
          fields.type(column, event.target.value);
          rest.start();
        }}
      >
        {(!column.required || text === "") && (
          <option value="">{props.emptyLabel ?? props.placeholder ?? ""}</option>
        )}
        {!isKnown && <option value={text}>{text}</option>}
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  if (kind === "check") {
    return (
      <input
        {...shared}
        type="checkbox"
        className={`size-5 accent-accent ${props.className ?? ""}`}
        disabled={readOnly}
        checked={text === "true"}
        onChange={(event) => {
          fields.type(column, String(event.target.checked));
          rest.start();
        }}
      />
    );
  }
  const typed = {
    ...shared,
    className: `input ${CLASS[kind] ?? ""} ${kind === "date" && text === "" ? "text-muted" : ""} ${props.className ?? ""}`,
    readOnly,
    value: text,
    autoComplete: "off",
    spellCheck: false,
    placeholder: props.placeholder,
  };
  if (kind === "long") {
    return (
      <textarea
        {...typed}
        rows={column.rows ?? 2}
        onChange={(event) => fields.type(column, event.target.value)}
      />
    );
  }
  const suggestions = column.suggestions && <Suggestions id={`${listId}-list`} of={column.suggestions} />;
  return (
    <>
      <input
        {...typed}
        list={column.suggestions && `${listId}-list`}
        type={kind === "date" ? "date" : "text"}
        inputMode={
          kind === "number" ? "numeric" : kind === "money" ? "decimal" : kind === "phone" ? "tel" : undefined
        }
        onChange={(event) => fields.type(column, event.target.value)}
      />
      {suggestions}
    </>
  );
}

function Suggestions({ id, of }: { id: string; of: readonly string[] }) {
  return (
    <datalist id={id}>
      {of.map((text) => (
        <option key={text} value={text} />
      ))}
    </datalist>
  );
}
