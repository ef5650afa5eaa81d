/** What people did in one migration. */
import { ActivityLog } from "@/screens/activity/ActivityLog";
import { useMigrationId } from "./useMigration";

export function MigrationActivity() {
  return (
    <div className="p-5">
      <ActivityLog migrationId={useMigrationId()} />
    </div>
  );
}
