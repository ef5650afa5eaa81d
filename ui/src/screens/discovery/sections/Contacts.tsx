/** The people to ask at a site, and those of the whole company. */
import { useMemo } from "react";
import type { Contact } from "@/bindings/Contact";
import type { ContactKind } from "@/bindings/ContactKind";
import type { Site } from "@/bindings/Site";
import { call } from "@/queries/commands";
import { choicesOf, labels, words } from "@/words";
import { columnsOf, type RowKind } from "../rows/kind";
import { RowTable } from "../rows/RowTable";
import type { SectionProps } from "./types";

const say = words.discovery.contacts;

interface ContactValues {
  kind: ContactKind;
  name: string;
  title: string | null;
  email: string | null;
  phone: string | null;
  /** None speaks for the whole company. */
  siteId: string | null;
}

export function Contacts({ discovery }: SectionProps) {
  const { id, customerId } = discovery.site;
  const kind = useMemo(() => contactsOf({ id, customerId }), [id, customerId]);
  return <RowTable kind={kind} discovery={discovery} />;
}

function contactsOf({
  id: here,
  customerId,
}: Pick<Site, "id" | "customerId">): RowKind<Contact, ContactValues> {
  return {
    list: "contacts",
    label: say.list,
    add: say.add,
    columns: columnsOf<ContactValues>({
      name: { label: words.contact.name, editor: { kind: "text" }, required: true, width: 125 },
      kind: {
        label: words.contact.kind,
        editor: { kind: "choice", choices: choicesOf(labels.contactKind) },
        required: true,
        width: 140,
      },
      phone: { label: words.contact.phone, editor: { kind: "text" }, width: 118 },
      email: { label: words.contact.email, editor: { kind: "text" }, more: "narrow", width: 173 },
      title: { label: words.contact.title, editor: { kind: "text" }, more: "always" },
      siteId: {
        label: say.of,
        editor: { kind: "choice", choices: [{ value: here, label: say.site }] },
        emptyLabel: say.company,
        more: "narrow",
        width: 138,
      },
    }),
    blank: () => ({ name: "", kind: null, phone: null, email: null, title: null, siteId: here }),
    nameOf: ({ name }) => name,
    save: ({ id, revision, values }) =>
      id === null
        ? call("contact_add", { customerId, ...values })
        : call("contact_update", { id, revision: revision ?? 0, ...values }),
    remove: ({ id, revision }) => call("contact_remove", { id, revision }),
  };
}
