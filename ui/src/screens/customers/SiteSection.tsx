/** The sites of a customer. */
import { Link } from "@tanstack/react-router";
import { Pencil } from "lucide-react";
import { useState } from "react";
import type { Customer } from "@/bindings/Customer";
import type { Site } from "@/bindings/Site";
import { Button } from "@/components/Button";
import { Section } from "@/components/Page";
import { Answer } from "@/components/Query";
import { useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import { SiteForm } from "./SiteForm";

export function SiteSection({ customer }: { customer: Customer }) {
  const sites = useRead("site_list", { customerId: customer.id });
  const [form, setForm] = useState<{ site?: Site } | null>(null);
  const mayChange = useMayChange();
  return (
    <Section
      title={words.customers.sites}
      flush
      actions={mayChange && <Button onClick={() => setForm({})}>{words.site.add}</Button>}
    >
      <Answer of={sites}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="p-3 text-muted">{words.customers.noSites}</p>
          ) : (
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{words.site.name}</th>
                  <th scope="col">{words.site.address}</th>
                  <th scope="col">{words.site.timeZone}</th>
                  <th scope="col">{words.site.mainNumber}</th>
                  <th scope="col">{words.site.legacyPbx}</th>
                  <th scope="col">
                    <span className="visually-hidden">{words.common.edit}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((site) => (
                  <tr key={site.id}>
                    <td>
                      <Link
                        to="/sites/$siteId"
                        params={{ siteId: site.id }}
                        className="font-medium"
                        title={words.discovery.openOf(site.name)}
                      >
                        {site.name}
                      </Link>{" "}
                      {site.code && <span className="text-muted">{site.code}</span>}
                    </td>
                    <td>{addressOf(site) || "–"}</td>
                    <td>{site.timeZone}</td>
                    <td className="number">{site.mainNumber ?? "–"}</td>
                    <td>{site.legacyPbx ?? "–"}</td>
                    <td className="numeric">
                      {mayChange && (
                        <Button
                          tone="quiet"
                          icon={Pencil}
                          label={`${words.common.edit} ${site.name}`}
                          onClick={() => setForm({ site })}
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
      {form && <SiteForm customer={customer} site={form.site} onClose={() => setForm(null)} />}
    </Section>
  );
}

function addressOf({ street, city, state, postalCode, country }: Site): string {
  const place = [state, postalCode].filter(Boolean).join(" ");
  return [street, city, place, country === "US" ? null : country].filter(Boolean).join(", ");
}
