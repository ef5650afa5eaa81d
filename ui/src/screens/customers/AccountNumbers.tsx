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
import { useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { labels, words } from "@/words";
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
                  <ListedNumbers title={words.accountNumbers.onlyListed} numbers={onlyListed} />
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

function ListedNumbers({ title, numbers }: { title: string; numbers: ListedAccountNumber[] }) {
  const { number, lists, seen, elsewhere } = words.accountNumbers;
  return (
    <Numbers title={title} count={numbers.length} columns={[number, lists, seen, elsewhere]}>
      {numbers.map((listed) => (
        <tr key={listed.number}>
          <td className="number">
            <PhoneNumber number={listed.number} />
          </td>
          <td>{listed.sources.map((source) => labels.accountNumberSource[source]).join(", ")}</td>
          <td className="whitespace-nowrap">{formatDate(listed.seenOn)}</td>
          <td>{listed.elsewhere ?? "–"}</td>
        </tr>
      ))}
    </Numbers>
  );
}

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
