/** The migration whose screen is shown. */
import { useParams } from "@tanstack/react-router";
import { useRead } from "@/queries/commands";

export function useMigrationId(): string {
  return useParams({ from: "/migrations/$migrationId" }).migrationId;
}

export function useMigration() {
  return useRead("migration_get", { id: useMigrationId() });
}
