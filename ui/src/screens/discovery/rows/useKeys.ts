/** Keeps rows where they stand while they are edited: a new row stays the element it was typed in, and none jumps to its place in the alphabet. */
import { useRef, useState } from "react";
import type { StoredRow } from "./kind";

export interface KeyedRow<Row> {
  key: string;
  /** None for the row that is not stored yet. */
  row: Row | null;
}

export function useKeys<Row extends StoredRow>(rows: Row[], withNew: boolean) {
  const order = useRef<string[]>([]);
  const keys = useRef(new Map<string, string>());
  /** Stored, and not in the list that was read last. */
  const stored = useRef(new Map<string, Row>());
  const [newest, setNewest] = useState(0);
  const newKey = `new ${newest}`;

  const known = new Set(rows.map(({ id }) => id));
  for (const id of known) stored.current.delete(id);
  const all = [...rows, ...stored.current.values()];
  const byId = new Map(all.map((row) => [row.id, row]));
  const added = all.map(({ id }) => id).filter((id) => !order.current.includes(id));
  order.current = [...order.current.filter((id) => byId.has(id)), ...added];

  const shown: KeyedRow<Row>[] = order.current.flatMap((id) => {
    const row = byId.get(id);
    return row ? [{ key: keys.current.get(id) ?? id, row }] : [];
  });
  if (withNew && !shown.some(({ key }) => key === newKey)) shown.push({ key: newKey, row: null });

  return {
    shown,
    newKey,
    /** The new row is stored now and keeps its element; another new one follows it. */
    created: (row: Row) => {
      keys.current.set(row.id, newKey);
      stored.current.set(row.id, row);
      setNewest((count) => count + 1);
    },
    /** Begins the new row anew. */
    renew: () => setNewest((count) => count + 1),
  };
}
