/** The numbers that the losing carrier lists on an account, against the inventory in both directions. */
import { type ReactNode, useState } from "react";
import type { ListedAccountNumber } from "@/bindings/ListedAccountNumber";
import type { LosingAccount } from "@/bindings/LosingAccount";
import { Button } from "@/components/Button";
import { Dialog, DialogActions, DialogBody } from "@/components/Dialog";
import { PhoneNumber } from "@/components/PhoneNumber";
import { Answer } from "@/components/Query";
import { ScrollRegion } from "@/components/ScrollRegion";
import { formatCount, formatDate } from "@/format";
import { useRead, useWrite } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { choicesOf, labels, words } from "@/words";
import { AccountNumbersImport } from "./AccountNumbersImport";

interface AccountNumbersProps {
  account: LosingAccount;
  onClose: () => void;
}

export function AccountNumbers({ account, onClose }: AccountNumbersProps) {
  const difference = useRead("account_numbers_difference", { id: account.id });
  const [importing, setImporting] = useState(false);
  const mayChange = useMayChange();
  if (importing) return <AccountNumbersImport account={account} onClose={() => setImporting(false)} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.accountNumbers.title}
      description={`${account.carrierName} ${account.btn ?? ""}`}
      width={860}
    >
      <DialogBody>
        <Answer of={difference}>
          {({ listed, inBoth, onlyListed, onlyInInventory, noLongerListed }) => (
            <ScrollRegion label={words.accountNumbers.title} className="flex min-h-0 flex-col gap-3">
              <p>
                {listed === 0
                  ? words.accountNumbers.empty
                  : words.accountNumbers.counts(formatCount(listed), formatCount(inBoth))}
              </p>
              {listed > 0 && (
                <>
                  <ListedNumbers
                    title={words.accountNumbers.onlyListed}
                    numbers={onlyListed}
                    accountId={mayChange ? account.id : undefined}
                  />
                  <Numbers
                    title={words.accountNumbers.onlyInventory}
                    count={onlyInInventory.length}
                    columns={[words.accountNumbers.number, words.accountNumbers.migration]}
                  >
                    {onlyInInventory.map(({ number, path }) => (
                      <tr key={number}>
                        <td className="number">
                          <PhoneNumber number={number} />
                        </td>
                        <td>{path}</td>
                      </tr>
                    ))}
                  </Numbers>
                  <ListedNumbers title={words.accountNumbers.noLongerListed} numbers={noLongerListed} />
                </>
              )}
            </ScrollRegion>
          )}
        </Answer>
      </DialogBody>
      <DialogActions>
        {mayChange && (
          <Button tone="primary" onClick={() => setImporting(true)}>
            {words.accountNumbers.import}
          </Button>
        )}
        <Button onClick={onClose}>{words.common.close}</Button>
      </DialogActions>
    </Dialog>
  );
}

interface ListedNumbersProps {
  title: string;
  numbers: ListedAccountNumber[];
  /** The account, where somebody may decide what becomes of numbers that stay on it. */
  accountId?: string;
}

function ListedNumbers({ title, numbers, accountId }: ListedNumbersProps) {
  const { number, lists, seen, elsewhere, stays } = words.accountNumbers;
  return (
    <Numbers title={title} count={numbers.length} columns={[number, lists, seen, elsewhere, stays]}>
      {numbers.map((listed) => (
        <tr key={listed.number}>
          <td className="number">
            <PhoneNumber number={listed.number} />
          </td>
          <td>{listed.sources.map((source) => labels.accountNumberSource[source]).join(", ")}</td>
          <td className="whitespace-nowrap">{formatDate(listed.seenOn)}</td>
          <td>{listed.elsewhere ?? "–"}</td>
          <td>
            {accountId ? (
              <Remaining accountId={accountId} listed={listed} />
            ) : (
              (listed.remainingAction && labels.remainingAction[listed.remainingAction]) ||
              words.accountNumbers.undecided
            )}
          </td>
        </tr>
      ))}
    </Numbers>
  );
}

/** What becomes of a number that no port takes from the account. */
function Remaining({ accountId, listed }: { accountId: string; listed: ListedAccountNumber }) {
  const decide = useWrite("account_numbers_decide");
  return (
    <select
      className="input"
      aria-label={words.accountNumbers.staysOf(listed.number)}
      value={listed.remainingAction ?? ""}
      disabled={decide.isPending}
      onChange={({ target }) => {
        const action = choices.find(({ value }) => value === target.value)?.value ?? null;
        decide.mutate({ accountId, numbers: [listed.number], action });
      }}
    >
      <option value="">{words.accountNumbers.undecided}</option>
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

const choices = choicesOf(labels.remainingAction);

interface NumbersProps {
  title: string;
  count: number;
  columns: string[];
  children: ReactNode;
}

function Numbers({ title, count, columns, children }: NumbersProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-1">
      <h3 className="font-semibold">
        {title} <span className="font-normal text-muted">{formatCount(count)}</span>
      </h3>
      {count > 0 && (
        <table className="table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      )}
    </section>
  );
}
