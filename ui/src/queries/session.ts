/** Which workspace is open and who acts in it. */
import type { SessionInfo } from "@/bindings/SessionInfo";
import type { TeamMember } from "@/bindings/TeamMember";
import type { WorkspaceInfo } from "@/bindings/WorkspaceInfo";
import { useRead } from "./commands";

export interface OpenSession extends SessionInfo {
  workspace: WorkspaceInfo;
  member: TeamMember;
}

export function useSessionInfo() {
  return useRead("session_info", {});
}

export function isOpen(session: SessionInfo | undefined): session is OpenSession {
  return !!session?.workspace && !!session.member;
}

/** For screens inside the shell, which is drawn only while a workspace is open. */
export function useOpenSession(): OpenSession {
  const { data } = useSessionInfo();
  if (!isOpen(data)) throw new Error("No workspace is open.");
  return data;
}

export function useMayChange(): boolean {
  const { data } = useSessionInfo();
  return data?.member?.role === "admin" || data?.member?.role === "member";
}
