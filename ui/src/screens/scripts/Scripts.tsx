/** The scripts of every migration. A new one begins with the choice of its migration. */
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { SelectField } from "@/components/Field";
import { Page } from "@/components/Page";
import { useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";
import { NewScript } from "./NewScript";
import { ScriptList } from "./ScriptList";

export function Scripts() {
  const migrations = useRead("migration_list", {});
  const [migrationId, setMigrationId] = useState("");
  const navigate = useNavigate();
  const mayChange = useMayChange();
  const choices = (migrations.data ?? []).map(({ migration, path }) => ({
    value: migration.id,
    label: path,
  }));
  return (
    <Page title={words.scripts.title}>
      {mayChange && choices.length > 0 && (
        <SelectField
          className="max-w-sm"
          label={words.scripts.generate}
          choices={choices}
          emptyLabel={words.scripts.chooseMigration}
          value={migrationId}
          onChange={(event) => setMigrationId(event.target.value)}
        />
      )}
      {migrationId && (
        <NewScript
          key={migrationId}
          migrationId={migrationId}
          onClose={() => setMigrationId("")}
          onGenerated={(scriptId) => void navigate({ to: "/scripts/$scriptId", params: { scriptId } })}
        />
      )}
      <ScriptList migrationId={null} />
    </Page>
  );
}
