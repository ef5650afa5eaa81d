/** One customer: its sites, the people to ask, the accounts its numbers leave, and its migrations. */
import { Link, useParams } from "@tanstack/react-router";
import { Pencil } from "lucide-react";
import { useState } from "react";
import type { Customer } from "@/bindings/Customer";
import { Button } from "@/components/Button";
import { Chip, MigrationStatusChip } from "@/components/Chip";
import { EmptyState } from "@/components/EmptyState";
import { Page, Section } from "@/components/Page";
import { Answer } from "@/components/Query";
import { Facts } from "@/components/SidePanel";
import { formatCount } from "@/format";
import { useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { labels, words } from "@/words";
import { AccountSection } from "./AccountSection";
import { ContactForm } from "./ContactForm";
import { CustomerForm } from "./CustomerForm";
import { SiteSection } from "./SiteSection";

export function CustomerPage() {
  const { customerId } = useParams({ from: "/customers/$customerId" });
  const customers = useRead("customer_list", {});
  return (
    <Answer of={customers}>
      {(rows) => {
        const customer = rows.find((row) => row.id === customerId);
        return customer ? <Details customer={customer} /> : <EmptyState title={words.shell.notFound} />;
      }}
    </Answer>
  );
}

function Details({ customer }: { customer: Customer }) {
  const [editing, setEditing] = useState(false);
  const mayChange = useMayChange();
  return (
    <Page
      context={<Link to="/customers">{words.customers.title}</Link>}
      title={
        <>
          {customer.name} {customer.isDemo && <Chip>{words.common.demo}</Chip>}
        </>
      }
      actions={
        mayChange && (
          <Button icon={Pencil} onClick={() => setEditing(true)}>
            {words.common.edit}
          </Button>
        )
      }
    >
      <div className="panel p-3">
        <Facts
          columns={4}
          facts={[
            { label: words.customers.legalName, value: customer.legalName },
            { label: words.customers.tenantDomain, value: customer.tenantDomain },
            { label: words.customers.tenantId, value: customer.tenantId },
            { label: words.customers.timeZone, value: customer.timeZone },
          ]}
        />
        {customer.notes && <p className="mt-3 whitespace-pre-wrap">{customer.notes}</p>}
      </div>
      <SiteSection customer={customer} />
      <AccountSection customer={customer} />
      <ContactSection customer={customer} />
      <MigrationSection customer={customer} />
      {editing && <CustomerForm customer={customer} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function ContactSection({ customer }: { customer: Customer }) {
  const contacts = useRead("contact_list", { customerId: customer.id });
  const [adding, setAdding] = useState(false);
  const mayChange = useMayChange();
  return (
    <Section
      title={words.customers.contacts}
      flush
      actions={mayChange && <Button onClick={() => setAdding(true)}>{words.contact.add}</Button>}
    >
      <Answer of={contacts}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="p-3 text-muted">{words.customers.noContacts}</p>
          ) : (
            <table className="table" aria-label={words.customers.contacts}>
              <tbody>
                {rows.map((contact) => (
                  <tr key={contact.id}>
                    <td className="font-medium">{contact.name}</td>
                    <td>
                      <Chip>{labels.contactKind[contact.kind]}</Chip>
                    </td>
                    <td>{contact.title}</td>
                    <td>{contact.email}</td>
                    <td className="number">{contact.phone}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answer>
      {adding && <ContactForm customer={customer} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function MigrationSection({ customer }: { customer: Customer }) {
  const migrations = useRead("migration_list", {});
  return (
    <Section
      title={words.customers.migrations}
      flush
      actions={
        <Link to="/migrations" search={{ add: true }} className="button">
          {words.migration.add}
        </Link>
      }
    >
      <Answer of={migrations}>
        {(all) => {
          const rows = all.filter(({ migration }) => migration.customerId === customer.id);
          if (rows.length === 0) return <p className="p-3 text-muted">{words.migration.empty}.</p>;
          return (
            <table className="table" aria-label={words.customers.migrations}>
              <tbody>
                {rows.map(({ migration, siteName, carrierName }) => (
                  <tr key={migration.id}>
                    <td>
                      <Link
                        to="/migrations/$migrationId"
                        params={{ migrationId: migration.id }}
                        className="font-medium"
                      >
                        {migration.name}
                      </Link>
                    </td>
                    <td>{siteName}</td>
                    <td>{carrierName ?? "–"}</td>
                    <td>{labels.routingType[migration.routingType]}</td>
                    <td className="numeric">{formatCount(migration.totalNumbers)}</td>
                    <td>
                      <MigrationStatusChip status={migration.status} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        }}
      </Answer>
    </Section>
  );
}
