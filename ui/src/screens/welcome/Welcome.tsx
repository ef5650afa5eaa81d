/** The first start: who are you, and which workspace. Also shown when an opened workspace does not know you yet. */
import { Database, FolderOpen } from "lucide-react";
import { useState } from "react";
import type { SessionInfo } from "@/bindings/SessionInfo";
import { Button } from "@/components/Button";
import { ErrorNotice } from "@/components/ErrorNotice";
import { ConnectDialog } from "@/screens/workspace/ConnectDialog";
import { RecentWorkspaces } from "@/screens/workspace/RecentWorkspaces";
import { useOpenFile } from "@/screens/workspace/useOpenFile";
import { words } from "@/words";
import { NewWorkspaceForm } from "./NewWorkspaceForm";
import { WhoAreYou } from "./WhoAreYou";

export function Welcome({ session }: { session: SessionInfo }) {
  const [connecting, setConnecting] = useState(false);
  const { openFile, busy } = useOpenFile();
  const problem = session.openingProblem;
  return (
    <main className="h-full overflow-auto">
      <div className="mx-auto flex max-w-3xl flex-col gap-6 px-6 py-12">
        <header>
          <h1 className="text-figure!">{words.welcome.title}</h1>
          <p className="text-lead text-muted">{words.welcome.lead}</p>
        </header>
        {problem && (
          <section aria-label={words.welcome.problem}>
            <ErrorNotice error={problem} />
          </section>
        )}
        <div className="grid grid-cols-[1fr_260px] items-start gap-6">
          {session.workspace ? (
            <WhoAreYou workspace={session.workspace} members={session.members} />
          ) : (
            <NewWorkspaceForm />
          )}
          <aside className="flex flex-col gap-4" aria-label={words.welcome.others}>
            <h2>{words.welcome.others}</h2>
            <div className="flex flex-col gap-2">
              <Button icon={FolderOpen} onClick={openFile} busy={busy}>
                {words.welcome.openFile}
              </Button>
              <Button icon={Database} onClick={() => setConnecting(true)}>
                {words.welcome.connect}
              </Button>
            </div>
            <RecentWorkspaces recent={session.recent} />
          </aside>
        </div>
      </div>
      {connecting && <ConnectDialog onClose={() => setConnecting(false)} />}
    </main>
  );
}
