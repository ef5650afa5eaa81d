/** Every port order: as a table, as a board by status, and as a calendar of dates. */
import { Link, useSearch } from "@tanstack/react-router";
import { PackageCheck } from "lucide-react";
import { useMemo } from "react";
import type { PortOrderRow } from "@/bindings/PortOrderRow";
import { buttonClass } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { Answer } from "@/components/Query";
import { useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import { ExportOrders } from "./ExportOrders";
import { OrderBoard } from "./OrderBoard";
import { OrderCalendar } from "./OrderCalendar";
import { OrderFilters } from "./OrderFilters";
import { OrderTable } from "./OrderTable";
import { choicesIn, filterOrders, type OrderSearch } from "./orderFilter";
import { useAgeing } from "./useAgeing";

const VIEWS = [
  { view: "table", label: words.orders.table },
  { view: "board", label: words.orders.board },
  { view: "calendar", label: words.orderViews.calendar },
] as const;

export function Orders() {
  const search = useSearch({ from: "/orders" });
  const orders = useRead("port_order_list", { migrationId: null });
  const mayChange = useMayChange();
  const { view: shown = "table" } = search;
  return (
    <Page
      fill
      title={words.orders.title}
      actions={
        <>
          {mayChange && (
            <>
              <ExportOrders />
              <Link to="/status-sheet" search={{}} className={buttonClass()}>
                {words.statusSheet.read}
              </Link>
            </>
          )}
          <nav aria-label={words.orders.views} className="flex">
            {VIEWS.map(({ view, label }) => (
              <Link
                key={view}
                to="/orders"
                search={{ ...search, view }}
                className="tab"
                aria-current={shown === view ? "page" : undefined}
              >
                {label}
              </Link>
            ))}
          </nav>
        </>
      }
    >
      <Answer of={orders}>
        {(rows) => (rows.length === 0 ? <NothingYet /> : <Views orders={rows} search={search} />)}
      </Answer>
    </Page>
  );
}

function NothingYet() {
  return (
    <div className="panel">
      <EmptyState icon={PackageCheck} title={words.orders.empty}>
        {words.orders.emptyHelp}
      </EmptyState>
    </div>
  );
}

function Views({ orders, search }: { orders: readonly PortOrderRow[]; search: OrderSearch }) {
  const { view = "table", customer, carrier, status } = search;
  const choices = useMemo(() => choicesIn(orders), [orders]);
  const filtered = useMemo(
    () => filterOrders(orders, { customer, carrier, status }),
    [orders, customer, carrier, status],
  );
  const ages = useAgeing(null);
  return (
    <>
      <OrderFilters search={search} choices={choices} shown={filtered.length} all={orders.length} />
      {filtered.length === 0 && <p className="text-muted">{words.orderViews.noneShown}</p>}
      {view === "board" && <OrderBoard orders={filtered} />}
      {view === "calendar" && <OrderCalendar orders={filtered} search={search} />}
      {view === "table" && <OrderTable orders={filtered} ages={ages} />}
    </>
  );
}
