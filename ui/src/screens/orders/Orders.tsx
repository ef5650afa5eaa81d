/** Every port order, as a table or as a board by status. */
import { Link, useSearch } from "@tanstack/react-router";
import { PackageCheck } from "lucide-react";
import { buttonClass } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { Answer } from "@/components/Query";
import { useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import { ExportOrders } from "./ExportOrders";
import { OrderBoard } from "./OrderBoard";
import { OrderTable } from "./OrderTable";

const VIEWS = [
  { view: "table", label: words.orders.table },
  { view: "board", label: words.orders.board },
] as const;

export function Orders() {
  const { view = "table" } = useSearch({ from: "/orders" });
  const orders = useRead("port_order_list", { migrationId: null });
  const mayChange = useMayChange();
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
            {VIEWS.map(({ view: to, label }) => (
              <Link
                key={to}
                to="/orders"
                search={{ view: to }}
                className="tab"
                aria-current={view === to ? "page" : undefined}
              >
                {label}
              </Link>
            ))}
          </nav>
        </>
      }
    >
      <Answer of={orders}>
        {(rows) => {
          if (rows.length === 0) {
            return (
              <div className="panel">
                <EmptyState icon={PackageCheck} title={words.orders.empty}>
                  {words.orders.emptyHelp}
                </EmptyState>
              </div>
            );
          }
          if (view === "board") return <OrderBoard orders={rows} />;
          return (
            <div className="panel overflow-auto">
              <OrderTable orders={rows} />
            </div>
          );
        }}
      </Answer>
    </Page>
  );
}
