/** Generated scripts: what they do, whether their data has changed since, who made them. */
import { Link } from "@tanstack/react-router";
import { FileCode2 } from "lucide-react";
import { Chip } from "@/components/Chip";
import { EmptyState } from "@/components/EmptyState";
import { Section } from "@/components/Page";
import { Answer } from "@/components/Query";
import { formatInstant } from "@/format";
import { useRead } from "@/queries/commands";
import { labels, words } from "@/words";

export function ScriptList({ migrationId }: { migrationId: string | null }) {
  const scripts = useRead("script_list", { migrationId });
  return (
    <Section title={words.scripts.list} flush>
      <Answer of={scripts}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={FileCode2} title={words.scripts.empty}>
              {words.scripts.emptyHelp}
            </EmptyState>
          ) : (
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{words.scripts.titleColumn}</th>
                  <th scope="col">{words.scripts.kind}</th>
                  {migrationId === null && <th scope="col">{words.scripts.migration}</th>}
                  <th scope="col">{words.orders.status}</th>
                  <th scope="col">{words.scripts.at}</th>
                  <th scope="col">{words.scripts.by}</th>
                  <th scope="col">{words.scripts.hash}</th>
                  <th scope="col">{words.scripts.savedAs}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((script) => (
                  <tr key={script.id}>
                    <td>
                      <Link to="/scripts/$scriptId" params={{ scriptId: script.id }} className="font-medium">
                        {script.title}
                      </Link>
                    </td>
                    <td>{labels.scriptKind[script.kind]}</td>
                    {migrationId === null && <td className="text-muted">{script.path}</td>}
                    <td>
                      <Freshness stale={script.isStale} />
                    </td>
                    <td className="whitespace-nowrap">{formatInstant(script.at)}</td>
                    <td>{script.generatedByName}</td>
                    <td className="number" title={script.sha256}>
                      {script.sha256.slice(0, 12)}
                    </td>
                    <td>{script.savedAs ?? "–"}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answer>
    </Section>
  );
}

export function Freshness({ stale }: { stale: boolean }) {
  return stale ? (
    <Chip tone="warn">{words.scripts.stale}</Chip>
  ) : (
    <Chip tone="ok">{words.scripts.fresh}</Chip>
  );
}
