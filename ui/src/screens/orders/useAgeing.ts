/** How long orders have been waiting, by order. */
import { useMemo } from "react";
import type { OrderAgeing } from "@/bindings/OrderAgeing";
import { useRead } from "@/queries/commands";

export type Ages = ReadonlyMap<string, OrderAgeing>;

export function useAgeing(migrationId: string | null): Ages {
  const { data } = useRead("port_order_ageing", { migrationId });
  return useMemo(() => new Map((data ?? []).map((age) => [age.id, age])), [data]);
}
