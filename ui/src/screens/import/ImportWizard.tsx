/** From a file to a committed batch. Every step shows what Rust suggests; nothing is stored before the last one. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { SelectField } from "@/components/Field";
import { Page } from "@/components/Page";
import { useRead } from "@/queries/commands";
import { words } from "@/words";
import { FileStep } from "./FileStep";
import { ImportSteps } from "./ImportSteps";

export function ImportWizard() {
  const search = useSearch({ from: "/import" });
  const navigate = useNavigate();
  const migrations = useRead("migration_list", {});
  const choices = (migrations.data ?? []).map(({ migration, path }) => ({
    value: migration.id,
    label: path,
  }));
  const [only] = choices.length === 1 ? choices : [];
  const migrationId = search.migrationId ?? only?.value ?? "";
  const [attempt, setAttempt] = useState(0);
  const change = (part: Partial<typeof search>) =>
    void navigate({ to: "/import", search: { ...search, ...part }, replace: true });
  return (
    <Page
      fill
      title={search.fileName ? `${words.imports.title}: ${search.fileName}` : words.imports.title}
      actions={
        <SelectField
          className="w-80"
          label={words.imports.into}
          choices={choices}
          emptyLabel={words.imports.chooseMigration}
          value={migrationId}
          onChange={(event) => change({ migrationId: event.target.value })}
        />
      }
    >
      {search.fileId && migrationId ? (
        <ImportSteps
          key={`${search.fileId} ${migrationId} ${attempt}`}
          fileId={search.fileId}
          migrationId={migrationId}
          onOtherFile={() => {
            setAttempt(attempt + 1);
            change({ fileId: undefined, fileName: undefined });
          }}
        />
      ) : (
        <FileStep
          needsMigration={migrationId === ""}
          fileName={search.fileName}
          onFile={(file) => change({ fileId: file.id, fileName: file.name })}
        />
      )}
    </Page>
  );
}
