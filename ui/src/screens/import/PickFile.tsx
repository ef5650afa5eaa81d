/** Asks the host for a file to import, or for several. */
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "@/components/Button";
import { notifyError } from "@/components/Toast";
import { host } from "@/host";
import { toApiError } from "@/host/error";
import type { NamedFile } from "./files";

interface PickFileProps {
  tone?: "default" | "primary" | "quiet";
  several?: boolean;
  /** At least one. */
  onFiles: (files: NamedFile[]) => void;
  children: ReactNode;
}

export function PickFile({ tone, several = false, onFiles, children }: PickFileProps) {
  const client = useQueryClient();
  async function pick() {
    try {
      const files = several ? await host().pickSeveral("import") : [await host().pickOpen("import")];
      const chosen = files.filter((file) => file !== null);
      if (chosen.length === 0) return;
      // One of them may be open already and has been saved anew since.
      client.invalidateQueries({ queryKey: ["import_open"] });
      onFiles(chosen);
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  return (
    <Button tone={tone} onClick={pick}>
      {children}
    </Button>
  );
}
