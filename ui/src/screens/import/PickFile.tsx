/** Asks the host for a file to import. */
import type { ReactNode } from "react";
import { Button } from "@/components/Button";
import { notifyError } from "@/components/Toast";
import { host } from "@/host";
import { toApiError } from "@/host/error";
import type { NamedFile } from "./files";

interface PickFileProps {
  tone?: "default" | "primary" | "quiet";
  onFile: (file: NamedFile) => void;
  children: ReactNode;
}

export function PickFile({ tone, onFile, children }: PickFileProps) {
  async function pick() {
    try {
      const file = await host().pickOpen("import");
      if (file) onFile(file);
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
