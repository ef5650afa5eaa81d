/** Whom to reach at the carrier, escalation first of all. */
import { Plus, Trash2 } from "lucide-react";
import type { CarrierContact } from "@/bindings/CarrierContact";
import { Button } from "@/components/Button";
import { TextField } from "@/components/Field";
import { orNull } from "@/components/FormDialog";
import { Section } from "@/components/Page";
import { words } from "@/words";
import { replaced, without } from "./lists";

const say = words.carriers;

interface ContactsProps {
  contacts: CarrierContact[];
  onChange: (contacts: CarrierContact[]) => void;
}

export function ContactsSection({ contacts, onChange }: ContactsProps) {
  const blank = { name: "", role: null, email: null, phone: null };
  return (
    <Section
      title={say.contacts}
      actions={
        <Button icon={Plus} onClick={() => onChange([...contacts, blank])}>
          {say.addContact}
        </Button>
      }
    >
      {contacts.length === 0 ? (
        <p className="text-muted">{words.common.none}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {contacts.map((contact, index) => {
            const set = (part: Partial<CarrierContact>) =>
              onChange(replaced(contacts, index, { ...contact, ...part }));
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: contacts have no id and keep their places.
              <li key={index} className="grid grid-cols-[1fr_1fr_1fr_1fr_auto] items-end gap-3">
                <TextField
                  label={say.contactName}
                  value={contact.name}
                  onChange={(event) => set({ name: event.target.value })}
                />
                <TextField
                  label={say.role}
                  placeholder={say.rolePlaceholder}
                  value={contact.role ?? ""}
                  onChange={(event) => set({ role: orNull(event.target.value) })}
                />
                <TextField
                  label={say.email}
                  value={contact.email ?? ""}
                  onChange={(event) => set({ email: orNull(event.target.value) })}
                />
                <TextField
                  label={say.phone}
                  value={contact.phone ?? ""}
                  onChange={(event) => set({ phone: orNull(event.target.value) })}
                />
                <Button
                  tone="quiet"
                  icon={Trash2}
                  label={say.removeContact(contact.name)}
                  onClick={() => onChange(without(contacts, index))}
                />
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
