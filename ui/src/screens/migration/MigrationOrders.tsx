/** The port orders of one migration. */

import { Link } from "@tanstack/react-router";
import { PackageCheck } from "lucide-react";
import { EmptyState } from "@/components/EmptyState";
import { Answer } from "@/components/Query";
import { useRead } from "@/queries/commands";
import { OrderTable } from "@/screens/orders/OrderTable";
import { words } from "@/words";
import { useMigrationId } from "./useMigration";

export function MigrationOrders() {
  const migrationId = useMigrationId();
  const orders = useRead("port_order_list", { migrationId });
  return (
    <div className="p-5">
      <div className="panel overflow-x-auto">
        <Answer of={orders}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState
                icon={PackageCheck}
                title={words.orders.empty}
                action={
                  <Link to="/migrations/$migrationId/numbers" params={{ migrationId }} className="button">
                    {words.migration.numbers}
                  </Link>
                }
              >
                {words.orders.emptyHelp}
              </EmptyState>
            ) : (
              <OrderTable orders={rows} withPath={false} />
            )
          }
        </Answer>
      </div>
    </div>
  );
}
