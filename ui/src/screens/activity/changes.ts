/** Reads the changes of a log entry: a list of `{ field, old_value, new_value }`. Pure. */
import { formatInstant } from "@/format";

export interface FieldChange {
  field: string;
  before: string;
  after: string;
}

export function readChanges(changes: unknown): FieldChange[] {
  if (!Array.isArray(changes)) return [];
  return changes.flatMap((change: unknown) => {
    if (typeof change !== "object" || change === null || !("field" in change)) return [];
    const { field, old_value, new_value } = change as Record<string, unknown>;
    if (isId(old_value) || isId(new_value)) return [];
    return [{ field: humanise(String(field)), before: show(old_value), after: show(new_value) }];
  });
}

/** Ids are kept for undo; they tell a reader nothing, and the name stands beside them. */
function isId(value: unknown): boolean {
  return typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}

function show(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return readable(value);
  if (typeof value === "object") return Object.values(value).map(show).filter(Boolean).join(", ");
  return String(value);
}

/** Codes as words, instants in this machine's time, and of a SHA-256 what tells it from another. */
function readable(text: string): string {
  if (/^[a-z]+(_[a-z]+)+$/.test(text)) return humanise(text);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return formatInstant(text);
  return /^[0-9a-f]{64}$/.test(text) ? `${text.slice(0, 12)}…` : text;
}

const ABBREVIATIONS = /\b(btn|csr|foc|loa|ocn|pin|pon|upn)\b/g;

/** `porting_status` and `portingStatus` read "porting status"; abbreviations of the field stay in capitals. */
export function humanise(code: string): string {
  return code
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase()
    .replace(ABBREVIATIONS, (word) => word.toUpperCase());
}
