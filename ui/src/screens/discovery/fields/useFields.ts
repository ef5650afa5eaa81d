/** The fields of one record on screen: what is typed and not stored yet, and what became of it. Each is saved when it is left. */
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { notifyError } from "@/components/Toast";
import type { ApiError } from "@/host";
import { words } from "@/words";
import { type Column, readText, sameValue, shownValue, textOf } from "./cells";
import { type Outcome, RecordSaver, type Source } from "./record";

/** Cannot be read or was refused; what was typed stays in the field. */
interface Refused {
  kind: "refused";
  message: string;
  /** Could be read, and was refused where it was to be stored. */
  wasSent: boolean;
}

/** Somebody else has stored something else. */
interface Conflict {
  kind: "conflict";
  theirs: unknown;
}

export type News = { kind: "saving" } | Refused | Conflict;
type Refusal<Values> = Exclude<Outcome<Values>, { kind: "saved" }>;

export interface Draft {
  text: string;
  /** The stored value when typing began. */
  seen: unknown;
  news: News | null;
}

export type Drafts = Readonly<Record<string, Draft>>;

export interface Fields<Values> {
  /** The newest values that are stored. */
  values: Values;
  drafts: Drafts;
  textOf: (column: Column<Values>) => string;
  type: (column: Column<Values>, text: string) => void;
  /** Saves what was typed; `problem` is what the control itself says against it. */
  leave: (column: Column<Values>, problem?: string) => void;
  /** Back to what is stored. */
  restore: (column: Column<Values>) => void;
  /** After a conflict: stores what was typed over what somebody else has stored. */
  keepMine: (column: Column<Values>) => void;
}

const GONE = { code: "not_found", message: words.discovery.fields.gone, field: null, hints: [] } as const;

export function useFields<Values extends object>(
  source: Source<Values>,
  columns: readonly Column<Values>[],
): Fields<Values> {
  const [saver] = useState(() => new RecordSaver(source, { ...GONE, hints: [] }));
  useEffect(() => saver.heard(source), [saver, source]);
  const { values } = useSyncExternalStore(saver.subscribe, saver.newest);
  const { drafts, draftsNow, change } = useDrafts();
  const isShown = useIsShown();

  const tell = useCallback(
    (column: Column<Values>, draft: Draft | undefined, news: Refused | Conflict) => {
      change(column.field, (now) => {
        const shown = now ?? draft;
        return shown && { ...shown, news };
      });
      if (!isShown.current) notifyError(notSaved(column, news));
    },
    [change, isShown],
  );

  const settle = useCallback(
    (column: Column<Values>, sent: Draft, outcome: Outcome<Values>) => {
      if (outcome.kind !== "saved") return tell(column, undefined, newsOf(column, outcome));
      // Typing went on while it was being saved: the rest is saved when the field is left again.
      change(column.field, (now) =>
        now?.text === sent.text ? null : now && { ...now, seen: saver.newest().values[column.field] },
      );
    },
    [change, saver, tell],
  );

  const store = useCallback(
    async (column: Column<Values>, draft: Draft, value: unknown) => {
      change(column.field, (now) => now && { ...now, news: { kind: "saving" } });
      const waiting = refusedBefore(draftsNow(), columns, column);
      const own = { changes: { [column.field]: value }, seen: { [column.field]: draft.seen } };
      if (waiting.columns.length > 0) {
        // Some values only fit together, such as the kind of a segment and its identifier.
        const changes = { ...waiting.changes, ...own.changes } as Partial<Values>;
        const together = await saver.save(changes, { ...waiting.seen, ...own.seen } as Partial<Values>);
        if (together.kind === "saved") {
          for (const other of waiting.columns) change(other.field, () => null);
          return settle(column, draft, together);
        }
      }
      settle(column, draft, await saver.save(own.changes as Partial<Values>, own.seen as Partial<Values>));
    },
    [change, columns, draftsNow, saver, settle],
  );

  const leave = useCallback(
    (column: Column<Values>, problem?: string) => {
      const draft = draftsNow()[column.field];
      const stored = saver.newest().values[column.field];
      if (draft ? draft.news && draft.news.kind !== "refused" : !problem) return;
      const { text, seen } = draft ?? { text: "", seen: stored };
      const reading = problem ? { problem } : readText(column, text);
      if ("problem" in reading) {
        tell(
          column,
          { text, seen, news: null },
          { kind: "refused", message: reading.problem, wasSent: false },
        );
      } else if (sameValue(reading.value, stored)) {
        change(column.field, () => null);
      } else {
        void store(column, { text, seen, news: null }, reading.value);
      }
    },
    [change, draftsNow, saver, store, tell],
  );

  const flush = useRef(() => {});
  flush.current = () => {
    for (const column of columns) if (draftsNow()[column.field]?.news === null) leave(column);
  };
  useEffect(() => () => flush.current(), []);

  return {
    values,
    drafts,
    leave,
    textOf: (column) => drafts[column.field]?.text ?? textOf(column.editor, values[column.field]),
    type: (column, text) =>
      change(column.field, (now) => ({ text, seen: now ? now.seen : values[column.field], news: null })),
    restore: (column) => change(column.field, () => null),
    keepMine: (column) => {
      const draft = draftsNow()[column.field];
      if (draft?.news?.kind !== "conflict") return;
      const reading = readText(column, draft.text);
      if ("value" in reading) void store(column, { ...draft, seen: draft.news.theirs }, reading.value);
    },
  };
}

function newsOf<Values>(column: Column<Values>, outcome: Refusal<Values>): Refused | Conflict {
  if (outcome.kind === "conflict") return { kind: "conflict", theirs: outcome.theirs[column.field] };
  const message = [outcome.error.message, ...outcome.error.hints].join(" ");
  return { kind: "refused", message, wasSent: true };
}

/** For a field that is not on screen any more. */
function notSaved<Values>({ label, editor }: Column<Values>, news: Refused | Conflict): ApiError {
  const say = words.discovery.fields;
  const why =
    news.kind === "refused"
      ? news.message
      : say.conflict(label, shownValue(editor, news.theirs) || say.empty);
  return { code: "refused", message: `${say.unsaved(label)} ${why}`, field: null, hints: [] };
}

/** What the server refused before and still stands in its field. */
function refusedBefore<Values>(drafts: Drafts, columns: readonly Column<Values>[], except: Column<Values>) {
  const found = {
    columns: [] as Column<Values>[],
    changes: {} as Record<string, unknown>,
    seen: {} as Record<string, unknown>,
  };
  for (const column of columns) {
    const draft = drafts[column.field];
    if (column.field === except.field || draft?.news?.kind !== "refused" || !draft.news.wasSent) continue;
    const reading = readText(column, draft.text);
    if ("problem" in reading) continue;
    found.columns.push(column);
    found.changes[column.field] = reading.value;
    found.seen[column.field] = draft.seen;
  }
  return found;
}

/** Drafts that can be read at once, also between two renderings. */
function useDrafts() {
  const [drafts, setDrafts] = useState<Drafts>({});
  const now = useRef(drafts);
  const draftsNow = useCallback(() => now.current, []);
  const change = useCallback(
    (field: string, next: (draft: Draft | undefined) => Draft | null | undefined) => {
      const { [field]: before, ...others } = now.current;
      const after = next(before);
      now.current = after ? { ...others, [field]: after } : others;
      setDrafts(now.current);
    },
    [],
  );
  return { drafts, draftsNow, change };
}

function useIsShown() {
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  return isShown;
}
