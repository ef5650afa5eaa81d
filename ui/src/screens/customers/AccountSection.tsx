/** The accounts at losing carriers, secrets masked. */
import { ListChecks, Pencil } from "lucide-react";
import { useState } from "react";
import type { Customer } from "@/bindings/Customer";
import type { LosingAccount } from "@/bindings/LosingAccount";
import { Button } from "@/components/Button";
import { Section } from "@/components/Page";
import { Answer } from "@/components/Query";
import { formatDate } from "@/format";
import { useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import { AccountForm } from "./AccountForm";
import { AccountNumbers } from "./AccountNumbers";
import { Secret } from "./Secret";

export function AccountSection({ customer }: { customer: Customer }) {
  const accounts = useRead("losing_account_list", { customerId: customer.id });
  const [form, setForm] = useState<{ account?: LosingAccount } | null>(null);
  const [numbersOf, setNumbersOf] = useState<LosingAccount | null>(null);
  const mayChange = useMayChange();
  return (
    <Section
      title={words.customers.accounts}
      flush
      actions={mayChange && <Button onClick={() => setForm({})}>{words.account.add}</Button>}
    >
      <Answer of={accounts}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="p-3 text-muted">{words.customers.noAccounts}</p>
          ) : (
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{words.account.carrierName}</th>
                  <th scope="col">{words.account.nameOnAccount}</th>
                  <th scope="col">{words.account.btn}</th>
                  <th scope="col">{words.account.accountNumber}</th>
                  <th scope="col">{words.account.pin}</th>
                  <th scope="col">{words.account.csrDate}</th>
                  <th scope="col">{words.account.billDate}</th>
                  <th scope="col">
                    <span className="visually-hidden">{words.common.edit}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((account) => (
                  <tr key={account.id}>
                    <td className="font-medium">{account.carrierName}</td>
                    <td>{account.nameOnAccount}</td>
                    <td className="number">{account.btn ?? "–"}</td>
                    <td>
                      <Secret
                        accountId={account.id}
                        secret="account_number"
                        stored={account.hasAccountNumber}
                        label={words.account.accountNumber}
                      />
                    </td>
                    <td>
                      <Secret
                        accountId={account.id}
                        secret="pin"
                        stored={account.hasPin}
                        label={words.account.pin}
                      />
                    </td>
                    <td className="whitespace-nowrap">{formatDate(account.csrDate) || "–"}</td>
                    <td className="whitespace-nowrap">{formatDate(account.billDate) || "–"}</td>
                    <td className="numeric whitespace-nowrap">
                      <Button
                        tone="quiet"
                        icon={ListChecks}
                        label={words.accountNumbers.open(account.carrierName)}
                        onClick={() => setNumbersOf(account)}
                      />
                      {mayChange && (
                        <Button
                          tone="quiet"
                          icon={Pencil}
                          label={`${words.common.edit} ${account.carrierName}`}
                          onClick={() => setForm({ account })}
                        />
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answer>
      {numbersOf && <AccountNumbers account={numbersOf} onClose={() => setNumbersOf(null)} />}
      {form && <AccountForm customer={customer} account={form.account} onClose={() => setForm(null)} />}
    </Section>
  );
}
