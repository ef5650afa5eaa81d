/** The account the numbers leave, secrets masked. */
import { Link } from "@tanstack/react-router";
import type { LosingAccount } from "@/bindings/LosingAccount";
import { Section } from "@/components/Page";
import { Facts } from "@/components/SidePanel";
import { formatDate } from "@/format";
import { Secret } from "@/screens/customers/Secret";
import { words } from "@/words";
import { addressText } from "./addressText";

export function OrderAccount({ account }: { account: LosingAccount }) {
  return (
    <Section
      title={words.orders.account}
      actions={
        <Link to="/customers/$customerId" params={{ customerId: account.customerId }}>
          {words.common.open}
        </Link>
      }
    >
      <Facts
        columns={2}
        facts={[
          { label: words.account.carrierName, value: account.carrierName },
          { label: words.account.btn, value: account.btn && <span className="number">{account.btn}</span> },
          { label: words.account.nameOnAccount, value: account.nameOnAccount },
          { label: words.account.csrAddress, value: account.csrAddress && addressText(account.csrAddress) },
          {
            label: words.account.accountNumber,
            value: (
              <Secret
                accountId={account.id}
                secret="account_number"
                stored={account.hasAccountNumber}
                label={words.account.accountNumber}
              />
            ),
          },
          {
            label: words.account.pin,
            value: (
              <Secret accountId={account.id} secret="pin" stored={account.hasPin} label={words.account.pin} />
            ),
          },
          { label: words.account.csrDate, value: formatDate(account.csrDate) },
          { label: words.account.billDate, value: formatDate(account.billDate) },
        ]}
      />
    </Section>
  );
}
