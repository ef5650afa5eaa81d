/** Lets a person choose a workspace file and opens it. */
import { useState } from "react";
import { notifyError } from "@/components/Toast";
import { host } from "@/host";
import { toApiError } from "@/host/error";
import { call } from "@/queries/commands";

export function useOpenFile() {
  const [busy, setBusy] = useState(false);
  async function openFile() {
    setBusy(true);
    try {
      const file = await host().pickOpen("workspace");
      if (file) await call("workspace_open", { fileId: file.id, recentId: null, password: null });
    } catch (cause) {
      notifyError(toApiError(cause));
    } finally {
      setBusy(false);
    }
  }
  return { openFile, busy };
}
