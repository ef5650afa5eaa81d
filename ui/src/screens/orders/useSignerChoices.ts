/** Who may sign for a customer, for a select field; authorized signers first. */
import { useMemo } from "react";
import { useRead } from "@/queries/commands";
import { labels } from "@/words";

export function useSignerChoices(customerId: string | undefined) {
  const { data: contacts } = useRead(
    "contact_list",
    { customerId: customerId ?? null },
    { enabled: customerId !== undefined },
  );
  return useMemo(() => {
    const rank = (kind: string) => (kind === "authorized_signer" ? 0 : 1);
    return contacts
      ?.toSorted((a, b) => rank(a.kind) - rank(b.kind))
      .map(({ id, name, kind }) => ({ value: id, label: `${name} · ${labels.contactKind[kind]}` }));
  }, [contacts]);
}
