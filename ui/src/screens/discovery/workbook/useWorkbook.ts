/** Asks where the workbook of a site is to go, or which one came back. */
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Site } from "@/bindings/Site";
import { notify, notifyError } from "@/components/Toast";
import { host } from "@/host";
import { toApiError } from "@/host/error";
import { useWrite } from "@/queries/commands";
import { words } from "@/words";

export function useWorkbookExport({ id, name }: Site) {
  const save = useWrite("discovery_workbook_export");
  async function exportBook() {
    try {
      const file = await host().pickSave("workbook", words.discovery.workbook.file(name.replace(UNFIT, "-")));
      if (!file) return;
      const saved = await save.mutateAsync({ siteId: id, fileId: file.id });
      notify(words.discovery.workbook.exported(saved.fileName));
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  return { exportBook, isExporting: save.isPending };
}

/** Leads to what the chosen workbook changes. */
export function useWorkbookReading(siteId: string) {
  const navigate = useNavigate();
  const client = useQueryClient();
  return async () => {
    try {
      const file = await host().pickOpen("import");
      if (!file) return;
      // It may be open already and has been saved anew since.
      client.invalidateQueries({ queryKey: ["discovery_workbook_read"] });
      await navigate({ to: "/sites/$siteId/workbook", params: { siteId }, search: { fileId: file.id } });
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  };
}

/** What no file name may hold on some system. */
const UNFIT = /[\\/:*?"<>|]+/g;
