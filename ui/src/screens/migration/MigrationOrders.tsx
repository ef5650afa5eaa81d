/** The port orders of one migration. */

import { Link } from "@tanstack/react-router";
import { Layers, PackageCheck } from "lucide-react";
import { buttonClass } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Answer } from "@/components/Query";
import { useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { OrderTable } from "@/screens/orders/OrderTable";
import { useAgeing } from "@/screens/orders/useAgeing";
import { words } from "@/words";
import { useMigrationId } from "./useMigration";

export function MigrationOrders() {
  const migrationId = useMigrationId();
  const orders = useRead("port_order_list", { migrationId });
  const ages = useAgeing(migrationId);
  const mayChange = useMayChange();
  return (
    <div className="flex h-full min-h-0 flex-col gap-3 p-5">
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
      <Answer of={orders}>
        {(rows) =>
          rows.length === 0 ? (
            <div className="panel">
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
            </div>
          ) : (
            <OrderTable orders={rows} ages={ages} withPath={false} />
          )
        }
      </Answer>
    </div>
  );
}
