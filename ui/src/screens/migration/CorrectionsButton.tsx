/** Writes what the customer still has to say about the migration as a workbook that can be imported again. */
import { MessageCircleQuestion } from "lucide-react";
import { Button } from "@/components/Button";
import { notify, notifyError } from "@/components/Toast";
import { host } from "@/host";
import { toApiError } from "@/host/error";
import { useWrite } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";

export function CorrectionsButton({ migrationId, name }: { migrationId: string; name: string }) {
  const exporting = useWrite("correction_workbook_export");
  const mayChange = useMayChange();
  if (!mayChange) return null;
  async function save() {
    try {
      const file = await host().pickSave("workbook", words.corrections.file(name));
      if (!file) return;
      const saved = await exporting.mutateAsync({ migrationId, fileId: file.id });
      notify(words.corrections.saved(saved.fileName));
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  return (
    <Button
      icon={MessageCircleQuestion}
      onClick={save}
      busy={exporting.isPending}
      title={words.corrections.help}
    >
      {words.corrections.save}
    </Button>
  );
}
