/** A table of rows that are edited in place: Enter goes down, Escape restores, a field is saved when it is left. */
import { useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { notify, notifyError } from "@/components/Toast";
import { toApiError } from "@/host/error";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import type { Column, Editor } from "../fields/cells";
import { counted } from "../fields/saveStatus";
import { focusTarget, NEW_ROW } from "../target";
import { useDiscoveryCache } from "../useDiscovery";
import { EditedRow } from "./EditedRow";
import { type RowKind, rowsOf, type StoredRow, valuesOf, withoutRow, withRow } from "./kind";
import { useIsWide } from "./useIsWide";
import { useKeys } from "./useKeys";

interface RowTableProps<Row extends StoredRow, Values extends object> {
  kind: RowKind<Row, Values>;
  discovery: SiteDiscovery;
}

/** Headings stand where the values below them do. */
const ALIGN: Partial<Record<Editor["kind"], string>> = {
  money: "text-right!",
  number: "text-right!",
  check: "text-center!",
};

export function RowTable<Row extends StoredRow, Values extends object>(props: RowTableProps<Row, Values>) {
  const { kind, discovery } = props;
  const mayChange = useMayChange();
  const rows = rowsOf(kind, discovery);
  const { shown, newKey, created, renew } = useKeys(rows, mayChange);
  const { isOpen, setOpen } = useOpenRows();
  const wantsNext = useWantsNext(newKey);
  const remove = useRemove(kind, discovery);
  const panel = useRef<HTMLDivElement>(null);
  const isWide = useIsWide(panel);
  const isCell = ({ more }: Column<Values>) => !more || (more === "narrow" && isWide);
  const cells = kind.columns.filter(isCell);
  const details = kind.columns.filter((column) => !isCell(column));
  const whole = cells.reduce((sum, { width = 100 }) => sum + width, 0);

  function goFrom(index: number, column: Column<Values>, back: boolean) {
    const next = shown[back ? index - 1 : index + 1];
    if (!next) {
      wantsNext.current = !back;
      return;
    }
    if (details.includes(column) && next.row) setOpen(next.key, true);
    const target = next.row ? { row: next.row.id, field: column.field } : { row: NEW_ROW };
    focusTarget(target, "nearest");
  }

  return (
    <div ref={panel} className="panel overflow-x-auto">
      <table
        className="table row-table"
        aria-label={kind.label}
        // Whoever goes elsewhere meanwhile stays there.
        onFocus={() => {
          wantsNext.current = false;
        }}
      >
        <colgroup>
          {cells.map(({ field, width = 100 }) => (
            <col key={field} style={{ width: `${(width / whole) * 100}%` }} />
          ))}
          <col className="w-17" />
        </colgroup>
        <thead>
          <tr>
            {cells.map(({ field, label, required, editor }) => (
              <th key={field} scope="col" className={ALIGN[editor.kind]}>
                {label}
                {required && <span aria-hidden>{"\u00a0"}*</span>}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{words.discovery.rows.actions}</span>
            </th>
          </tr>
        </thead>
        {shown.map(({ key, row }, index) => (
          <EditedRow
            key={key}
            kind={kind}
            discovery={discovery}
            row={row}
            cells={cells}
            details={details}
            isOpen={details.length > 0 && isOpen(key, row?.id, details)}
            readOnly={!mayChange}
            onToggle={(open) => setOpen(key, open)}
            onEnter={(column, back) => goFrom(index, column, back)}
            onCreated={created}
            onRemove={(values, revision) => {
              if (!row) return renew();
              const next = shown[index + 1]?.row?.id ?? NEW_ROW;
              void remove({ id: row.id, revision }, values).then((done) => {
                if (done) focusTarget({ row: next }, "nearest");
              });
            }}
          />
        ))}
      </table>
    </div>
  );
}

/** Whether the person has left the new row for the next one, which is there as soon as this one is stored. */
function useWantsNext(newKey: string) {
  const wantsNext = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says that there is another new row
  useEffect(() => {
    if (wantsNext.current) focusTarget({ row: NEW_ROW }, "nearest");
    wantsNext.current = false;
  }, [newKey]);
  return wantsNext;
}

/** Rows whose details are shown: those a person has opened, and the one the address leads to. */
function useOpenRows() {
  const { row, field } = useSearch({ from: "/sites/$siteId" });
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({});
  return {
    isOpen: (key: string, id: string | undefined, details: readonly { field: string }[]) => {
      const leads = id !== undefined && id === row && details.some((column) => column.field === field);
      return chosen[key] ?? leads;
    },
    setOpen: (key: string, open: boolean) => setChosen((before) => ({ ...before, [key]: open })),
  };
}

/** Removes a row; taking that back adds it again. */
function useRemove<Row extends StoredRow, Values extends object>(
  kind: RowKind<Row, Values>,
  { site }: SiteDiscovery,
) {
  const cache = useDiscoveryCache(site.id);
  async function addAgain(values: Values) {
    try {
      const again = await counted(kind.save({ siteId: site.id, id: null, revision: null, values }));
      cache.put((before) => withRow(before, kind.list, again));
      focusTarget({ row: again.id }, "nearest");
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  return async ({ id, revision }: StoredRow, values: Values): Promise<boolean> => {
    try {
      await counted(kind.remove({ siteId: site.id, id, revision }));
      cache.put((before) => withoutRow(before, kind.list, id));
      notify(
        words.discovery.rows.removed(kind.nameOf(values)),
        () => void addAgain(valuesOf(values, kind.columns)),
      );
      return true;
    } catch (cause) {
      notifyError(toApiError(cause));
      return false;
    }
  };
}
