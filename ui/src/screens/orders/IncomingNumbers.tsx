/** Chooses numbers that come into an order: to be ported, of its class and its losing account, and in no order yet. */
import { useDeferredValue, useState } from "react";
import type { PortOrder } from "@/bindings/PortOrder";
import { PhoneNumber } from "@/components/PhoneNumber";
import { formatCount, isTollFreeNumber } from "@/format";
import { useRead } from "@/queries/commands";
import { words } from "@/words";

/** As many as come at once; the others are searched for. */
const SHOWN = 200;

interface IncomingNumbersProps {
  order: PortOrder;
  chosen: string[];
  onChange: (ids: string[]) => void;
  error?: string;
}

export function IncomingNumbers({ order, chosen, onChange, error }: IncomingNumbersProps) {
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const { data } = useRead("number_page", pageOf(order, search), { keepPrevious: true });
  const isTollFree = order.numberClass === "toll_free";
  const found = data?.rows.filter(({ number }) => isTollFreeNumber(number) === isTollFree);
  // Extensions come with their number, so each number stands once.
  const rows = found?.filter((row, at) => found.findIndex(({ number }) => number === row.number) === at);
  const isPart = data !== undefined && data.total > data.rows.length;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 flex w-full items-baseline gap-2 font-medium text-small">
        {words.orders.incoming}
        <span className="font-normal text-muted" aria-live="polite">
          {chosen.length > 0 && words.numbers.selectedCount(formatCount(chosen.length))}
        </span>
      </legend>
      <div className="panel">
        <input
          type="search"
          className="input rounded-b-none! border-0! border-line! border-b!"
          aria-label={words.orders.incomingSearch}
          placeholder={words.orders.incomingSearch}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <div className="h-36 overflow-auto p-2">
          {rows?.map(({ id, number, description }) => (
            <label key={id} className="flex items-center gap-2 py-0.5">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
                }
              />
              <PhoneNumber number={number} />
              <span className="truncate text-muted">{description}</span>
            </label>
          ))}
          {rows?.length === 0 && (
            <p className="text-muted">
              {search === "" ? words.orders.incomingNone : words.orders.incomingNotFound}
            </p>
          )}
          {isPart && <p className="text-muted text-small">{words.orders.incomingMore}</p>}
        </div>
      </div>
      {error && <p className="mt-1 text-danger text-small">{error}</p>}
    </fieldset>
  );
}

function pageOf({ migrationId, losingAccountId }: PortOrder, search: string) {
  return {
    migrationId,
    search: search === "" ? null : search,
    filters: [
      { column: "disposition", values: ["port"] },
      { column: "openPortOrderId", values: [""] },
      { column: "portingStatus", values: ["not_started", "loa_rejected"] },
      ...(losingAccountId === null ? [] : [{ column: "losingAccountId", values: [losingAccountId] }]),
    ],
    sort: [{ column: "number", descending: false }],
    offset: 0,
    limit: SHOWN,
  };
}
