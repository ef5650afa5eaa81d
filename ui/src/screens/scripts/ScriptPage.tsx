/** One generated script, as it was kept; saved through the native dialog. */
import { Link, useParams } from "@tanstack/react-router";
import { Save, TriangleAlert } from "lucide-react";
import { Button } from "@/components/Button";
import { Page } from "@/components/Page";
import { Answer } from "@/components/Query";
import { Facts } from "@/components/SidePanel";
import { notify, notifyError } from "@/components/Toast";
import { formatInstant } from "@/format";
import { host } from "@/host";
import { toApiError } from "@/host/error";
import { useRead, useWrite } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { labels, words } from "@/words";
import { Freshness } from "./ScriptList";
import { ScriptText } from "./ScriptText";

export function ScriptPage() {
  const { scriptId } = useParams({ from: "/scripts/$scriptId" });
  const script = useRead("script_get", { id: scriptId });
  const saveScript = useWrite("script_save");
  const mayChange = useMayChange();
  async function save(title: string) {
    try {
      const file = await host().pickSave("script", `${fileNameOf(title)}.ps1`);
      if (!file) return;
      const saved = await saveScript.mutateAsync({ id: scriptId, fileId: file.id });
      notify(words.scripts.saved(saved.fileName));
    } catch (cause) {
      notifyError(toApiError(cause));
    }
  }
  return (
    <Answer of={script}>
      {({ script: kept, generatedByName, isStale }) => (
        <Page
          context={
            <Link to="/migrations/$migrationId/scripts" params={{ migrationId: kept.migrationId }}>
              {words.scripts.title}
            </Link>
          }
          title={
            <>
              {kept.title} <Freshness stale={isStale} />
            </>
          }
          actions={
            mayChange && (
              <Button tone="primary" icon={Save} onClick={() => save(kept.title)} busy={saveScript.isPending}>
                {words.scripts.save}
              </Button>
            )
          }
        >
          {isStale && (
            <p className="flex items-center gap-2 rounded-md bg-warn-bg px-3 py-2 text-warn">
              <TriangleAlert aria-hidden className="size-4" />
              {words.scripts.staleHelp}
            </p>
          )}
          <div className="panel p-3">
            <Facts
              columns={4}
              facts={[
                { label: words.scripts.kind, value: labels.scriptKind[kept.kind] },
                { label: words.scripts.by, value: generatedByName },
                { label: words.scripts.at, value: formatInstant(kept.at) },
                {
                  label: words.scripts.hash,
                  value: <span className="number">{kept.sha256.slice(0, 16)}…</span>,
                },
              ]}
            />
          </div>
          <ScriptText content={kept.content} />
        </Page>
      )}
    </Answer>
  );
}

function fileNameOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
