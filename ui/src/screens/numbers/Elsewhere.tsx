/** Numbers of this migration that other migrations have, too, each with the other places. */
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Answer } from "@/components/Query";
import { formatCount, formatNumber } from "@/format";
import { useRead } from "@/queries/commands";
import { labels, words } from "@/words";

const PAGE = 200;

export function Elsewhere({ migrationId }: { migrationId: string }) {
  const [offset, setOffset] = useState(0);
  const request = { migrationId, number: null, offset, limit: PAGE };
  const found = useRead("number_duplicates", request, { keepPrevious: true });
  return (
    <Answer of={found}>
      {({ total, rows }) =>
        total === 0 ? (
          <div className="panel">
            <EmptyState title={words.numbers.noneElsewhere}>{words.numbers.noneElsewhereHelp}</EmptyState>
          </div>
        ) : (
          <div className="panel min-h-0 overflow-auto">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{words.numbers.number}</th>
                  <th scope="col">{words.numbers.otherPlaces}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ number, places }) => (
                  <tr key={number}>
                    <td className="number">
                      <Link
                        to="/migrations/$migrationId/numbers"
                        params={{ migrationId }}
                        search={{ q: number }}
                      >
                        {formatNumber(number)}
                      </Link>
                    </td>
                    <td>
                      <ul className="flex flex-col gap-0.5">
                        {places
                          .filter((place) => place.migrationId !== migrationId)
                          .map((place) => (
                            <li key={place.id}>
                              <Link
                                to="/migrations/$migrationId/numbers"
                                params={{ migrationId: place.migrationId }}
                                search={{ q: number }}
                              >
                                {place.path}
                              </Link>{" "}
                              <span className="text-muted">
                                {labels.disposition[place.disposition]},{" "}
                                {labels.portingStatus[place.portingStatus]}
                              </span>
                            </li>
                          ))}
                      </ul>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {total > PAGE && (
              <div className="flex items-center gap-2 p-2">
                <Button disabled={offset === 0} onClick={() => setOffset(offset - PAGE)}>
                  {words.common.back}
                </Button>
                <Button disabled={offset + PAGE >= total} onClick={() => setOffset(offset + PAGE)}>
                  {words.common.continue}
                </Button>
                <span className="text-muted">
                  {words.common.ofTotal(formatCount(Math.min(offset + PAGE, total)), formatCount(total))}
                </span>
              </div>
            )}
          </div>
        )
      }
    </Answer>
  );
}
