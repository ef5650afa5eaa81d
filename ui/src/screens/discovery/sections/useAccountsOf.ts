/** The losing accounts of a customer, to choose the one that pays for a line. */
import { useMemo } from "react";
import type { Choice } from "@/components/Field";
import { useRead } from "@/queries/commands";

export function useAccountsOf(customerId: string): Choice[] {
  const { data } = useRead("losing_account_list", { customerId });
  return useMemo(
    () =>
      (data ?? []).map(({ id, carrierName, nameOnAccount, btn }) => ({
        value: id,
        label: [carrierName, nameOnAccount, btn].filter(Boolean).join(" / "),
      })),
    [data],
  );
}
