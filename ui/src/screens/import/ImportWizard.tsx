/** From files to a committed batch. Every step shows what Rust suggests; nothing is stored before the last one. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { SelectField } from "@/components/Field";
import { Page } from "@/components/Page";
import { useRead } from "@/queries/commands";
import { words } from "@/words";
import { FileStep } from "./FileStep";
import { type NamedFile, withFiles } from "./files";
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
  const files: NamedFile[] = search.files ?? [];
  const [attempt, setAttempt] = useState(0);
  const change = (part: Partial<typeof search>) =>
    void navigate({ to: "/import", search: { ...search, ...part }, replace: true });
  const names = files.map(({ name }) => name);
  return (
    <Page
      fill
      title={names.length > 0 ? words.imports.titleOf(names) : words.imports.title}
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
      {files.length > 0 && migrationId ? (
        <ImportSteps
          key={`${migrationId} ${attempt}`}
          files={files}
          migrationId={migrationId}
          onFiles={(next) => {
            if (next.length === 0) setAttempt(attempt + 1);
            change({ files: next.length > 0 ? next : undefined });
          }}
        />
      ) : (
        <FileStep
          needsMigration={migrationId === ""}
          files={files}
          onFiles={(more) => change({ files: withFiles(files, more) })}
        />
      )}
    </Page>
  );
}
