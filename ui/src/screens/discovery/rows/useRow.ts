/** One row of a table: its fields, stored field by field; a new one is stored once its required fields are there. */
import { useMemo, useRef, useState } from "react";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { sameValue } from "../fields/cells";
import type { Source } from "../fields/record";
import { type Fields, useFields } from "../fields/useFields";
import { useDiscoveryCache } from "../useDiscovery";
import { lacking, type RowKind, rowsOf, type StoredRow, valuesOf, withRow } from "./kind";
import { keepUnfinished, readUnfinished } from "./unfinished";

export interface RowFields<Values> {
  fields: Fields<Values>;
  /** Labels of what a new row still needs, once something was entered. */
  needs: string[];
  /** Forgets what was entered into a new row. */
  forget: () => void;
}

export function useRow<Row extends StoredRow, Values extends object>(
  kind: RowKind<Row, Values>,
  discovery: SiteDiscovery,
  row: Row | null,
  onCreated: (row: Row) => void,
): RowFields<Values> {
  const { site } = discovery;
  const cache = useDiscoveryCache(site.id);
  const id = useRef(row?.id ?? null);
  const blank = useMemo(() => kind.blank(site) as Values, [kind, site]);
  const [begun] = useState(() => ({
    ...blank,
    ...(row ? null : readUnfinished<Values>(site.id, kind.list)),
  }));

  const source: Source<Values> = {
    stored: row
      ? { values: valuesOf(row, kind.columns), revision: row.revision }
      : { values: begun, revision: null },
    send: async (values, revision) => {
      if (id.current === null && lacking(values, kind.columns).length > 0) {
        await keepUnfinished(site.id, kind.list, values);
        return { values, revision: null };
      }
      const isNew = id.current === null;
      const after = await kind.save({ siteId: site.id, id: id.current, revision, values });
      id.current = after.id;
      if (isNew) {
        void keepUnfinished(site.id, kind.list, null);
        onCreated(after);
      }
      cache.put((before) => withRow(before, kind.list, after));
      return { values: valuesOf(after, kind.columns), revision: after.revision };
    },
    readAgain: async () => {
      const again = rowsOf(kind, await cache.readAgain()).find((other) => other.id === id.current);
      return again ? { values: valuesOf(again, kind.columns), revision: again.revision } : null;
    },
  };
  const fields = useFields(source, kind.columns);
  const isTouched = kind.columns.some(({ field }) => !sameValue(fields.values[field], blank[field]));
  return {
    fields,
    needs: row === null && isTouched ? lacking(fields.values, kind.columns) : [],
    forget: () => void keepUnfinished(site.id, kind.list, null),
  };
}
