/** What stands in the inventory before a journey begins that is about something else. */
import type { AddLosingAccount } from "../../ui/src/bindings/AddLosingAccount";
import type { AddNumbers } from "../../ui/src/bindings/AddNumbers";
import type { LosingAccount } from "../../ui/src/bindings/LosingAccount";
import type { Migration } from "../../ui/src/bindings/Migration";
import type { Host } from "./host";

/** The only migration of the workspace. */
export async function onlyMigration(host: Host): Promise<Migration> {
  const [detail] = await host.call("migration_list", {});
  if (!detail) throw new Error("The migration is missing.");
  return detail.migration;
}

/** An account with another carrier, and whatever the journey wants otherwise. */
export function addAccount(
  host: Host,
  { customerId }: Migration,
  otherwise: Partial<AddLosingAccount> = {},
): Promise<LosingAccount> {
  return host.call("losing_account_add", {
    ...{ customerId, siteId: null, carrierName: "Old Telephone Company", dba: null, billingAddress: null },
    ...{ nameOnAccount: "Example Corporation, Inc.", csrAddress: null, accountNumber: null, pin: null },
    ...{ btn: "+12146000100", csrDate: null, billDate: null },
    ...otherwise,
  });
}

/** Numbers or ranges that are to be ported, unless the journey says otherwise. */
export async function addNumbers(
  host: Host,
  { id }: Migration,
  numbers: string,
  otherwise: Partial<AddNumbers> = {},
) {
  await host.call("number_add", {
    ...{ migrationId: id, numbers, exclude: "", expected: null, onlyNewEverywhere: false },
    ...{ disposition: "port", numberType: null, usage: null, losingAccountId: null, currentCarrier: null },
    ...{ rateCenter: null, description: null, notes: null, holderUpn: null },
    ...otherwise,
  });
}
