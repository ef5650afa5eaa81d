/**
 * Stores a record field by field. Saves take turns, each upon the newest revision known, so that two fields left in quick
 * succession do not conflict with each other, and a change by somebody else to another field does not conflict either.
 */
import type { ApiError } from "@/host";
import { toApiError } from "@/host/error";
import { sameValue } from "./cells";
import { counted } from "./saveStatus";

export interface Stored<Values> {
  values: Values;
  /** None where nothing is stored yet. */
  revision: number | null;
}

export type Outcome<Values> =
  | { kind: "saved" }
  | { kind: "refused"; error: ApiError }
  /** Somebody else has changed one of the fields meanwhile. */
  | { kind: "conflict"; theirs: Values };

export interface Source<Values> {
  stored: Stored<Values>;
  /** Stores all values; rejects with an `ApiError`. */
  send: (values: Values, revision: number | null) => Promise<Stored<Values>>;
  /** What is stored now; nothing when it was removed. */
  readAgain: () => Promise<Stored<Values> | null>;
}

/** Somebody else would have to be quicker this many times in a row. */
const TRIES = 4;

export class RecordSaver<Values extends object> {
  private stored: Stored<Values>;
  private last: Promise<unknown> = Promise.resolve();
  private readonly listeners = new Set<() => void>();
  /** What was stored from here: typing that goes on during a save has not seen it, and is no conflict with it. */
  private readonly own: Partial<Values> = {};

  constructor(
    private source: Source<Values>,
    private readonly goneError: ApiError,
  ) {
    this.stored = source.stored;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The newest that is known. */
  readonly newest = (): Stored<Values> => this.stored;

  /** Takes in what was read meanwhile; an older answer changes nothing. */
  heard(source: Source<Values>): void {
    this.source = source;
    if (source.stored.revision !== null) this.take(source.stored);
  }

  /** Stores the changes unless somebody has changed one of their fields since it was `seen`. */
  save(changes: Partial<Values>, seen: Partial<Values>): Promise<Outcome<Values>> {
    const done = this.last.then(() => this.attempt(changes, seen));
    this.last = done;
    return done;
  }

  private async attempt(changes: Partial<Values>, seen: Partial<Values>): Promise<Outcome<Values>> {
    let error: ApiError | undefined;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { values, revision } = this.stored;
      const fields = Object.keys(changes) as (keyof Values)[];
      const open = fields.filter((field) => !sameValue(values[field], changes[field]));
      if (open.length === 0) return { kind: "saved" };
      if (open.some((field) => this.isForeign(field, seen[field])))
        return { kind: "conflict", theirs: values };
      try {
        const sent = this.source.send({ ...values, ...changes }, revision);
        this.take(await counted(sent, (stored) => stored.revision !== null));
        for (const field of fields) this.own[field] = this.stored.values[field];
        return { kind: "saved" };
      } catch (cause) {
        error = toApiError(cause);
        if (error.code !== "conflict") break;
        const again = await this.source.readAgain().catch(() => null);
        if (!again) return { kind: "refused", error: this.goneError };
        this.take(again);
      }
    }
    return { kind: "refused", error: error ?? this.goneError };
  }

  /** Whether the stored value comes from somebody else and was not seen. */
  private isForeign(field: keyof Values, seen: Values[keyof Values] | undefined): boolean {
    const value = this.stored.values[field];
    return !sameValue(value, seen) && !(field in this.own && sameValue(value, this.own[field]));
  }

  private take(stored: Stored<Values>): void {
    if ((stored.revision ?? 0) < (this.stored.revision ?? 0)) return;
    if (sameValue(stored, this.stored)) return;
    this.stored = stored;
    for (const listener of [...this.listeners]) listener();
  }
}
