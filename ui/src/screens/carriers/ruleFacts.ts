/** A carrier's port rules as named values, whatever rules its profile holds. Pure. */
import type { Fact } from "@/components/SidePanel";
import { humanise } from "@/screens/activity/changes";
import { words } from "@/words";

export function ruleFacts(rules: unknown): Fact[] {
  if (typeof rules !== "object" || rules === null) return [];
  return Object.entries(rules).flatMap(([name, value]) => {
    const shown = show(value);
    return shown === "" ? [] : [{ label: sentence(humanise(name)), value: shown }];
  });
}

function show(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? words.common.yes : words.common.no;
  if (Array.isArray(value)) return value.map(show).filter(Boolean).join(", ");
  if (typeof value === "object") return Object.values(value).map(show).filter(Boolean).join(" ");
  return typeof value === "string" && /^[a-z_]+$/.test(value) ? sentence(humanise(value)) : String(value);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
