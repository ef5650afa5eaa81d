/** The proposed orders of a migration, edited step by step; every step is checked by the rules that proposed them. */
import { useState } from "react";
import type { ChosenPortOrder } from "@/bindings/ChosenPortOrder";
import { useRead } from "@/queries/commands";

export function useProposals(migrationId: string, phoneNumberIds: string[] | null) {
  const [steps, setSteps] = useState<ChosenPortOrder[][]>([]);
  const found = useRead(
    "port_orders_propose",
    { migrationId, phoneNumberIds, desiredDate: null, orders: steps.at(-1) ?? null },
    { keepPrevious: true },
  );
  return {
    found,
    edited: steps.length > 0,
    edit: (orders: ChosenPortOrder[]) => setSteps([...steps, orders]),
    undo: () => setSteps(steps.slice(0, -1)),
    reset: () => setSteps([]),
  };
}
