/** What an entry of the log changed, from its list of `{ field, old_value, new_value }`. Pure. */
import type { Activity } from "@/bindings/Activity";
import type { FieldChange } from "@/bindings/FieldChange";
import { formatInstant } from "@/format";
import { labels, words } from "@/words";

export interface ShownChange {
  field: string;
  before: string;
  after: string;
}

/** The changes as they are kept; what is not one of them is passed over. */
export function fieldChanges(changes: unknown): FieldChange[] {
  if (!Array.isArray(changes)) return [];
  return changes.filter(
    (change: unknown): change is FieldChange =>
      typeof change === "object" && change !== null && "field" in change && typeof change.field === "string",
  );
}

export function readChanges({
  entityType,
  changes,
}: Pick<Activity, "entityType" | "changes">): ShownChange[] {
  return fieldChanges(changes).flatMap(({ field, old_value, new_value }) => {
    if (isId(old_value) || isId(new_value)) return [];
    const codes = RECORD_CODES[entityType]?.[field] ?? CODES[field];
    return [{ field: humanise(field), before: show(old_value, codes), after: show(new_value, codes) }];
  });
}

type Words = Readonly<Record<string, string>>;

/** Fields that hold a code, with the words for it. */
const CODES: Readonly<Record<string, Words>> = {
  portingStatus: labels.portingStatus,
  disposition: labels.disposition,
  numberType: labels.phoneNumberType,
  usage: labels.numberUsage,
  routingType: labels.routingType,
  statusBeforeHold: labels.migrationStatus,
  scope: labels.portScope,
  numberClass: labels.numberClass,
  role: labels.teamRole,
};

/** Those whose words depend on the record. */
const RECORD_CODES: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  migration: { status: labels.migrationStatus },
  port_order: { status: labels.portOrderStatus },
  contact: { kind: labels.contactKind },
};

/** Ids are kept for undo; they tell a reader nothing, and the name stands beside them. */
function isId(value: unknown): boolean {
  return typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}

function show(value: unknown, codes?: Words): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return codes?.[value] ?? readable(value);
  if (typeof value === "boolean") return value ? words.common.yes : words.common.no;
  if (typeof value === "object")
    return Object.values(value)
      .map((part) => show(part))
      .filter(Boolean)
      .join(", ");
  return String(value);
}

/** Codes as words, instants in this machine's time, and of a SHA-256 what tells it from another. */
function readable(text: string): string {
  if (/^([a-z]+(_[a-z]+)+|[A-Z]+(_[A-Z]+)+)$/.test(text)) return humanise(text);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return formatInstant(text);
  return /^[0-9a-f]{64}$/.test(text) ? `${text.slice(0, 12)}…` : text;
}

const ABBREVIATIONS = /\b(btn|csr|foc|loa|ocn|pin|pon|sku|upn)\b/g;

/** `porting_status` and `portingStatus` read "porting status"; abbreviations of the field stay in capitals. */
export function humanise(code: string): string {
  return code
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase()
    .replace(ABBREVIATIONS, (word) => word.toUpperCase());
}
