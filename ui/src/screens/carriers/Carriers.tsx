/** The gaining carriers and what they insist on. */
import type { Carrier } from "@/bindings/Carrier";
import { EmptyState } from "@/components/EmptyState";
import { Page, Section } from "@/components/Page";
import { Answer } from "@/components/Query";
import { Facts } from "@/components/SidePanel";
import { useRead } from "@/queries/commands";
import { words } from "@/words";
import { ruleFacts } from "./ruleFacts";

export function Carriers() {
  const carriers = useRead("carrier_list", {});
  return (
    <Page title={words.carriers.title}>
      <p className="text-muted">{words.carriers.help}</p>
      <Answer of={carriers}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={words.carriers.empty} />
          ) : (
            rows.map((carrier) => <CarrierSection key={carrier.id} carrier={carrier} />)
          )
        }
      </Answer>
    </Page>
  );
}

function CarrierSection({ carrier }: { carrier: Carrier }) {
  return (
    <Section title={carrier.name}>
      <div className="flex flex-col gap-3">
        <Facts
          columns={4}
          facts={[
            { label: words.carriers.code, value: <span className="number">{carrier.code}</span> },
            { label: words.carriers.ocn, value: carrier.ocn },
            ...ruleFacts(carrier.portRules),
          ]}
        />
        {carrier.contacts.length > 0 && (
          <ul aria-label={words.carriers.contacts}>
            {carrier.contacts.map((contact) => (
              <li key={contact.name}>
                {[contact.name, contact.role, contact.email, contact.phone].filter(Boolean).join(" · ")}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}
