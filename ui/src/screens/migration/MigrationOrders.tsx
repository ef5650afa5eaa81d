/** The port orders of one migration. */

import { Link } from "@tanstack/react-router";
import { Layers, PackageCheck } from "lucide-react";
import { buttonClass } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Answer } from "@/components/Query";
import { useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { OrderTable } from "@/screens/orders/OrderTable";
import { words } from "@/words";
import { useMigrationId } from "./useMigration";

export function MigrationOrders() {
  const migrationId = useMigrationId();
  const orders = useRead("port_order_list", { migrationId });
  const mayChange = useMayChange();
  return (
    <div className="flex flex-col gap-3 p-5">
      {mayChange && (
        <div>
          <Link
            to="/migrations/$migrationId/orders/propose"
            params={{ migrationId }}
            className={buttonClass()}
          >
            <Layers aria-hidden />
            {words.orderProposals.propose}
          </Link>
        </div>
      )}
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
