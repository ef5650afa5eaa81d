/** The migrations in which an error holds something up. */
import { Link } from "@tanstack/react-router";
import { Section } from "@/components/Page";
import { Answer } from "@/components/Query";
import { formatCount } from "@/format";
import { useRead } from "@/queries/commands";
import { words } from "@/words";

export function BlockingProblems() {
  const counted = useRead("problem_counts", {});
  return (
    <Section title={words.problems.blocking} flush>
      <Answer of={counted}>
        {(all) => {
          const blocked = all.filter(({ counts }) => counts.errors > 0);
          if (blocked.length === 0) return <p className="p-3 text-muted">{words.problems.noBlocking}</p>;
          return (
            <table className="table" aria-label={words.problems.blocking}>
              <tbody>
                {blocked.map(({ migrationId, path, counts }) => (
                  <tr key={migrationId}>
                    <td>{path}</td>
                    <td className="numeric">
                      <Link
                        to="/migrations/$migrationId/problems"
                        params={{ migrationId }}
                        search={{ severity: "error", waived: false }}
                      >
                        {words.problems.errors(formatCount(counts.errors))}
                      </Link>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        }}
      </Answer>
    </Section>
  );
}
