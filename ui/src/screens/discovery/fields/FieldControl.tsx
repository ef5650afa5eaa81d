/** The control of one field, saved when it is left; Escape restores it, Enter goes on. */
import { type ChangeEvent, type FocusEvent, type KeyboardEvent, useId } from "react";
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

type Kind = Column<object>["editor"]["kind"];

const CLASS: Partial<Record<Kind, string>> = {
  money: "text-right tabular-nums",
  number: "text-right tabular-nums",
};

/** What a keyboard on glass offers. */
const INPUT_MODE: Partial<Record<Kind, "numeric" | "decimal" | "tel">> = {
  number: "numeric",
  money: "decimal",
  phone: "tel",
};

export function FieldControl<Values extends object>(props: FieldControlProps<Values>) {
  const { kind } = props.column.editor;
  if (kind === "choice") return <Choices {...props} />;
  return kind === "check" ? <Check {...props} /> : <Typed {...props} />;
}

function Choices<Values extends object>(props: FieldControlProps<Values>) {
  const { column, fields } = props;
  const { shared, chosen } = useControl(props);
  const text = fields.textOf(column);
  const choices = column.editor.kind === "choice" ? column.editor.choices : [];
  const isKnown = text === "" || choices.some(({ value }) => value === text);
  return (
    <select
      {...shared}
      className={`input ${props.className ?? ""} ${column.toneOf?.(text) ?? ""}`}
      disabled={props.readOnly}
      value={text}
      onChange={(event) => chosen(event.target.value)}
    >
      {(!column.required || text === "") && (
        <option value="">{props.emptyLabel ?? column.emptyLabel ?? props.placeholder ?? ""}</option>
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

function Check<Values extends object>(props: FieldControlProps<Values>) {
  const { shared, chosen } = useControl(props);
  return (
    <input
      {...shared}
      type="checkbox"
      className={`size-5 accent-accent ${props.className ?? ""}`}
      disabled={props.readOnly}
      checked={props.fields.textOf(props.column) === "true"}
      onChange={(event) => chosen(String(event.target.checked))}
    />
  );
}

function Typed<Values extends object>(props: FieldControlProps<Values>) {
  const { column, fields } = props;
  const { kind } = column.editor;
  const { shared } = useControl(props);
  const listId = useId();
  const text = fields.textOf(column);
  const isEmptyDate = kind === "date" && text === "";
  const typed = {
    ...shared,
    className: `input ${CLASS[kind] ?? ""} ${isEmptyDate ? "text-muted" : ""} ${props.className ?? ""}`,
    readOnly: props.readOnly,
    value: text,
    autoComplete: "off",
    spellCheck: false,
    placeholder: props.placeholder,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      fields.type(column, event.target.value),
  };
  if (kind === "long") return <textarea {...typed} rows={column.rows ?? 2} />;
  return (
    <>
      <input
        {...typed}
        list={column.suggestions && listId}
        type={kind === "date" ? "date" : "text"}
        inputMode={INPUT_MODE[kind]}
      />
      {column.suggestions && <Suggestions id={listId} of={column.suggestions} />}
    </>
  );
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What all controls share: their name, their keys, and that they are saved when they are left. */
function useControl<Values extends object>(props: FieldControlProps<Values>) {
  const { column, fields } = props;
  const rest = useRest(() => fields.leave(column));
  const draft = fields.drafts[column.field];

  function onBlur({ currentTarget }: FocusEvent<Control>) {
    rest.stop();
    fields.leave(column, currentTarget.validity.badInput ? words.discovery.fields.notDate : undefined);
  }

  function onKeyDown(event: KeyboardEvent<Control>) {
    const { currentTarget, key, nativeEvent } = event;
    if (nativeEvent.isComposing) return;
    const isHalfDate = currentTarget.validity.badInput;
    if (key === "Escape" && (draft || isHalfDate)) {
      event.preventDefault();
      event.stopPropagation();
      rest.stop();
      // What a date field shows of half a date is not its value.
      if (isHalfDate) currentTarget.value = "";
      fields.restore(column);
    } else if (key === "Enter" && props.onEnter && (column.editor.kind !== "long" || event.ctrlKey)) {
      event.preventDefault();
      props.onEnter(event.shiftKey);
    }
  }

  const shared = {
    id: props.id,
    "data-field": column.field,
    "aria-label": props.label,
    "aria-invalid": draft?.news && draft.news.kind !== "saving" ? true : undefined,
    "aria-describedby": props.describedBy,
    "aria-required": column.required || undefined,
    onBlur,
    onKeyDown,
  } as const;
  /** A list walked through by arrow keys is saved where it comes to rest. */
  function chosen(text: string) {
    fields.type(column, text);
    rest.start();
  }
  return { shared, chosen };
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
