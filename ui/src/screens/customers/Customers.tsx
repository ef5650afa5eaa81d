/** Every customer with its sites. */
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Building2, Plus } from "lucide-react";
import type { Customer } from "@/bindings/Customer";
import type { Site } from "@/bindings/Site";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { Answer } from "@/components/Query";
import { useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import { CustomerForm } from "./CustomerForm";

export function Customers() {
  const customers = useRead("customer_list", {});
  const sites = useRead("site_list", { customerId: null });
  const { add } = useSearch({ from: "/customers" });
  const navigate = useNavigate();
  const mayChange = useMayChange();
  const openForm = () => void navigate({ to: "/customers", search: { add: true } });
  const closeForm = () => void navigate({ to: "/customers", search: {} });
  return (
    <Page
      title={words.customers.title}
      actions={
        mayChange && (
          <Button tone="primary" icon={Plus} onClick={openForm}>
            {words.customers.add}
          </Button>
        )
      }
    >
      <div className="panel">
        <Answer of={customers}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon={Building2} title={words.customers.empty}>
                {words.customers.emptyHelp}
              </EmptyState>
            ) : (
              <CustomerTable customers={rows} sites={sites.data ?? []} />
            )
          }
        </Answer>
      </div>
      {add && (
        <CustomerForm
          onClose={closeForm}
          onSaved={({ id }) => void navigate({ to: "/customers/$customerId", params: { customerId: id } })}
        />
      )}
    </Page>
  );
}

function CustomerTable({ customers, sites }: { customers: Customer[]; sites: Site[] }) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words.customers.name}</th>
          <th scope="col">{words.customers.sites}</th>
          <th scope="col">{words.customers.legalName}</th>
          <th scope="col">{words.customers.tenantDomain}</th>
          <th scope="col">{words.customers.timeZone}</th>
        </tr>
      </thead>
      <tbody>
        {customers.map((customer) => (
          <tr key={customer.id}>
            <td>
              <Link to="/customers/$customerId" params={{ customerId: customer.id }} className="font-medium">
                {customer.name}
              </Link>{" "}
              {customer.isDemo && <Chip>{words.common.demo}</Chip>}
            </td>
            <td>
              {sites
                .filter((site) => site.customerId === customer.id)
                .map((site) => site.name)
                .join(", ") || "–"}
            </td>
            <td>{customer.legalName ?? "–"}</td>
            <td>{customer.tenantDomain ?? "–"}</td>
            <td>{customer.timeZone}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
