/** Writes the committed ports as an iCalendar file. */
import { CalendarDays } from "lucide-react";
import { Button } from "@/components/Button";
import { notify, notifyError } from "@/components/Toast";
import { host } from "@/host";
import { toApiError } from "@/host/error";
import { useWrite } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";

const say = words.orderCalendar;

export function CalendarExport({ customerId }: { customerId: string | null }) {
  const write = useWrite("port_calendar_export");
  const mayChange = useMayChange();
  if (!mayChange) return null;
  async function save() {
    try {
      const file = await host().pickSave("calendar", "ports.ics");
      if (!file) return;
      const saved = await write.mutateAsync({ customerId, migrationId: null, fileId: file.id });
      notify(say.exported(saved.fileName));
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  return (
    <Button icon={CalendarDays} onClick={save} busy={write.isPending} title={say.exportHelp}>
      {say.export}
    </Button>
  );
}
