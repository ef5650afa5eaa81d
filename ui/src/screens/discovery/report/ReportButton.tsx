/** Saves the discovery report of a site where a person chooses. */
import { FileText } from "lucide-react";
import type { Site } from "@/bindings/Site";
import { Button } from "@/components/Button";
import { notify, notifyError } from "@/components/Toast";
import { host } from "@/host";
import { toApiError } from "@/host/error";
import { useWrite } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";

/** What file systems and shells take for something else. */
const NOT_IN_A_NAME = /[\p{Cc}\\/:*?"<>|]+/gu;

export function ReportButton({ site }: { site: Site }) {
  const exporting = useWrite("discovery_report_export");
  const mayChange = useMayChange();
  if (!mayChange) return null;
  async function save() {
    try {
      const name = words.report.fileName(site.name.replace(NOT_IN_A_NAME, "-"));
      const file = await host().pickSave("report", name);
      if (!file) return;
      const saved = await exporting.mutateAsync({ siteId: site.id, fileId: file.id });
      notify(words.report.saved(saved.fileName));
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  return (
    <Button icon={FileText} onClick={save} busy={exporting.isPending}>
      {words.report.save}
    </Button>
  );
}
