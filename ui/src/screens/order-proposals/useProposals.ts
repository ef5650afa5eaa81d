/** The proposed orders of a migration, edited step by step; every step is checked by the rules that proposed them. */
import { useState } from "react";
import type { ChosenPortOrder } from "@/bindings/ChosenPortOrder";
import { useRead } from "@/queries/commands";
import { chosenFrom } from "./editing";

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
    /** Changes the orders as they are now, also while the last change is still being checked. */
    edit: (change: (now: ChosenPortOrder[]) => ChosenPortOrder[]) => {
      const now = steps.at(-1) ?? chosenFrom(found.data?.orders ?? []);
      setSteps([...steps, change(now)]);
    },
    undo: () => setSteps(steps.slice(0, -1)),
    reset: () => setSteps([]),
  };
}
