/** The losing accounts of a migration's customer, for a select field. */
import { useMemo } from "react";
import { useRead } from "@/queries/commands";

export function useAccountChoices(migrationId: string) {
  const { data: detail } = useRead("migration_get", { id: migrationId });
  const customerId = detail?.migration.customerId ?? null;
  const { data: accounts } = useRead("losing_account_list", { customerId }, { enabled: customerId !== null });
  return useMemo(
    () =>
      accounts?.map(({ id, carrierName, btn, nameOnAccount }) => ({
        value: id,
        label: [carrierName, btn, nameOnAccount].filter(Boolean).join(" · "),
      })),
    [accounts],
  );
}
