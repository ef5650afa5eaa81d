/** The welcome until a workspace is open and somebody has said who they are; then the shell. */
import { RouterProvider } from "@tanstack/react-router";
import { ErrorNotice } from "@/components/ErrorNotice";
import { Loading } from "@/components/Progress";
import { isOpen, useSessionInfo } from "@/queries/session";
import { router } from "@/router";
import { Welcome } from "@/screens/welcome/Welcome";

export function App() {
  const session = useSessionInfo();
  if (session.error && !session.data) {
    return (
      <main className="mx-auto max-w-xl p-10">
        <ErrorNotice error={session.error} onRetry={() => session.refetch()} />
      </main>
    );
  }
  if (!session.data) return <Loading />;
  return isOpen(session.data) ? <RouterProvider router={router} /> : <Welcome session={session.data} />;
}
