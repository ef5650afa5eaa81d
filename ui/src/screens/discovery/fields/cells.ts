/** Between the text in a field and the value that is stored. Pure. */
import type { ExtensionRange } from "@/bindings/ExtensionRange";
import type { Choice } from "@/components/Field";
import { formatNumber } from "@/format";
import { words } from "@/words";

/** How a value is entered. */
export type Editor =
  | { kind: "text" | "long" | "phone" | "number" | "money" | "date" | "check" | "ranges" }
  | { kind: "choice"; choices: readonly Choice[] }
  /** A value with a spelling of its own. */
  | { kind: "written"; write: (value: unknown) => string; read: (text: string) => Reading };

/** One field of a record. */
export interface Column<Values> {
  /** As the wire spells it. */
  field: keyof Values & string;
  label: string;
  editor: Editor;
  /** Cannot be left empty. */
  required?: boolean;
  /** Left empty it is an empty text and not `null`. */
  isNeverNull?: boolean;
  /** Stands below the row, among its details, always or where the window is narrow. */
  more?: "always" | "narrow";
  /** Its share of the width of a table; 100 when absent. */
  width?: number;
  help?: string;
  /** Height of a long text, in lines. */
  rows?: number;
  /** What an empty choice means. */
  emptyLabel?: string;
  /** What can be typed, offered while typing. */
  suggestions?: readonly string[];
  /** Class of the control by what is chosen in it. */
  toneOf?: (text: string) => string;
}

/** What was read from a text, or why it cannot be read. */
export type Reading = { value: unknown } | { problem: string };

export function textOf(editor: Editor, value: unknown): string {
  if (value === null || value === undefined) return "";
  switch (editor.kind) {
    case "money":
      return moneyText(value as number);
    case "ranges":
      return (value as ExtensionRange[]).map(rangeText).join(", ");
    case "phone":
      return formatNumber(String(value));
    case "written":
      return editor.write(value);
    default:
      return String(value);
  }
}

type Rules = Pick<Column<object>, "editor" | "required" | "isNeverNull">;

export function readText(rules: Rules, text: string): Reading {
  const { editor } = rules;
  const trimmed = text.trim();
  if (editor.kind === "written") return editor.read(trimmed);
  if (editor.kind === "check") return { value: trimmed === "true" };
  if (editor.kind === "ranges") return readRanges(trimmed);
  if (trimmed === "") return readNothing(rules);
  if (editor.kind === "number") return readWhole(trimmed);
  if (editor.kind === "money") return readMoney(trimmed);
  if (editor.kind === "date") return readDate(trimmed);
  return { value: trimmed };
}

/** A required text that is empty is sent as it is: the refusal says what is missing. */
function readNothing({ editor, required, isNeverNull }: Rules): Reading {
  if (required && editor.kind === "number") return { problem: words.discovery.fields.notWhole };
  return { value: required || isNeverNull ? "" : null };
}

function readWhole(text: string): Reading {
  const plain = text.replace(/,(?=\d{3}(\D|$))/g, "");
  const value = Number(plain);
  if (!/^\d+$/.test(plain) || !Number.isSafeInteger(value))
    return { problem: words.discovery.fields.notWhole };
  return { value };
}

/** Dollars with at most two decimals, kept in cents; never by way of a fraction. */
function readMoney(text: string): Reading {
  const found = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text);
  const cents =
    found && Number(found[1]?.replaceAll(",", "")) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
  if (cents === null || !Number.isSafeInteger(cents)) return { problem: words.discovery.fields.notMoney };
  return { value: cents };
}

function moneyText(cents: number): string {
  const dollars = Math.trunc(cents / 100).toString();
  return `${dollars.replace(/\B(?=(\d{3})+$)/g, ",")}.${String(cents % 100).padStart(2, "0")}`;
}

/** As a date field gives it, or as it is written in the United States where there is no such field. */
function readDate(text: string): Reading {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const iso = american
    ? `${american[3]}-${american[1]?.padStart(2, "0")}-${american[2]?.padStart(2, "0")}`
    : text;
  const date = new Date(`${iso}T00:00:00Z`);
  const whole = /^\d{4}-\d\d-\d\d$/.test(iso) && !Number.isNaN(date.getTime());
  if (!whole || date.toISOString().slice(0, 10) !== iso) return { problem: words.discovery.fields.notDate };
  return { value: iso };
}

function rangeText({ first, last }: ExtensionRange): string {
  return first === last ? first : `${first}-${last}`;
}

/** A single extension is a range of one. */
function readRanges(text: string): Reading {
  const parts = text.split(/[,;]/).map((part) => part.trim());
  const ranges: ExtensionRange[] = [];
  for (const part of parts.filter(Boolean)) {
    const found = /^(\d+)(?:\s*(?:-|–|to|thru)\s*(\d+))?$/i.exec(part);
    if (!found?.[1]) return { problem: words.discovery.fields.notRanges };
    ranges.push({ first: found[1], last: found[2] ?? found[1] });
  }
  return { value: ranges };
}

export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/** A value as a message quotes it. */
export function shownValue(editor: Editor, value: unknown): string {
  const text = textOf(editor, value);
  if (editor.kind === "choice") return editor.choices.find((choice) => choice.value === text)?.label ?? text;
  if (editor.kind === "check") return text === "true" ? words.common.yes : words.common.no;
  return text;
}
