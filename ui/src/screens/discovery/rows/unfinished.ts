/**
 * A new row is stored once its required fields are there. Until then this machine remembers what was entered, so that a
 * window that closes loses no field that was left. Rows of a discovery hold no secrets.
 */
import { keepSetting } from "@/kept";
import { readSetting } from "@/settings";
import type { ListName } from "./kind";

const nameOf = (siteId: string, list: ListName) => `unfinished.${siteId}.${list}`;

export function readUnfinished<Values extends object>(
  siteId: string,
  list: ListName,
): Partial<Values> | null {
  try {
    const values: unknown = JSON.parse(readSetting(nameOf(siteId, list)) ?? "null");
    return typeof values === "object" ? (values as Partial<Values> | null) : null;
  } catch {
    return null;
  }
}

/** Nothing = forget it. Done as soon as it would outlive the program. */
export function keepUnfinished(siteId: string, list: ListName, values: object | null): Promise<void> {
  return keepSetting(nameOf(siteId, list), JSON.stringify(values));
}
