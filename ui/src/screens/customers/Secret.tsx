/** A masked secret; showing it is a logged command, and leaving the screen hides it again. */
import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import type { SecretField } from "@/bindings/SecretField";
import { Button } from "@/components/Button";
import { notifyError } from "@/components/Toast";
import { useWrite } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";

interface SecretProps {
  accountId: string;
  secret: SecretField;
  stored: boolean;
  label: string;
}

export function Secret({ accountId, secret, stored, label }: SecretProps) {
  const [value, setValue] = useState<string | null>(null);
  const reveal = useWrite("losing_account_reveal");
  const mayReveal = useMayChange();
  if (!stored) return <span className="text-muted">{words.account.notStored}</span>;
  function show() {
    reveal.mutate(
      { id: accountId, secret },
      { onSuccess: (revealed) => setValue(revealed.value), onError: notifyError },
    );
  }
  return (
    <span className="inline-flex items-center gap-1">
      <span className="number">{value ?? words.account.stored}</span>
      {mayReveal && (
        <Button
          tone="quiet"
          icon={value === null ? Eye : EyeOff}
          label={`${value === null ? words.account.reveal : words.account.hide} ${label}`}
          title={words.account.revealHelp}
          onClick={value === null ? show : () => setValue(null)}
          busy={reveal.isPending}
        />
      )}
    </span>
  );
}
