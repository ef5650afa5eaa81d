/** Everything people did in this workspace. */
import { Page } from "@/components/Page";
import { words } from "@/words";
import { ActivityLog } from "./ActivityLog";

export function ActivityScreen() {
  return (
    <Page title={words.activity.title}>
      <ActivityLog />
    </Page>
  );
}
