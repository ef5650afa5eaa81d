/** The imports of one migration. */
import { Link } from "@tanstack/react-router";
import { FileUp } from "lucide-react";
import { Chip } from "@/components/Chip";
import { EmptyState } from "@/components/EmptyState";
import { Answer } from "@/components/Query";
import { formatCount, formatInstant } from "@/format";
import { useRead } from "@/queries/commands";
import { OutcomeCells, OutcomeHeads } from "@/screens/import/OutcomeCounts";
import { labels, words } from "@/words";
import { useMigrationId } from "./useMigration";

export function MigrationImports() {
  const migrationId = useMigrationId();
  const batches = useRead("import_list", { migrationId });
  const members = useRead("member_list", {});
  const nameOf = (id: string) => members.data?.find((member) => member.id === id)?.displayName;
  return (
    <div className="p-5">
      <div className="panel overflow-x-auto">
        <Answer of={batches}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon={FileUp} title={words.imports.empty}>
                {words.imports.emptyHelp}
              </EmptyState>
            ) : (
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{words.imports.file}</th>
                    <th scope="col">{words.imports.importedAt}</th>
                    <th scope="col">{words.imports.importedBy}</th>
                    <th scope="col" className="numeric">
                      {words.imports.records}
                    </th>
                    <OutcomeHeads />
                    <th scope="col">{words.imports.status}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((batch) => (
                    <tr key={batch.id}>
                      <td>
                        <Link
                          to="/migrations/$migrationId/imports/$batchId"
                          params={{ migrationId, batchId: batch.id }}
                          className="font-medium"
                        >
                          {batch.fileName}
                        </Link>
                      </td>
                      <td>{formatInstant(batch.at)}</td>
                      <td>{nameOf(batch.importedBy)}</td>
                      <td className="numeric">{formatCount(batch.records)}</td>
                      <OutcomeCells of={batch} />
                      <td>
                        <Chip tone={batch.status === "committed" ? "ok" : "neutral"}>
                          {labels.importStatus[batch.status]}
                        </Chip>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Answer>
      </div>
    </div>
  );
}
