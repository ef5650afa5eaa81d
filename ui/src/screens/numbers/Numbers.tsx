/** The inventory of one migration: how far its numbers are, and the numbers as a grid, as hundreds, or elsewhere too. */
import { Link, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/Button";
import { useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { StatusBar } from "@/screens/dashboard/StatusBar";
import { useMigrationId } from "@/screens/migration/useMigration";
import { words } from "@/words";
import { AddDialog } from "./add/AddDialog";
import { NumberBlocks } from "./blocks/NumberBlocks";
import { Elsewhere } from "./Elsewhere";
import { NumberGrid } from "./NumberGrid";
import { NUMBER_VIEWS, type NumbersSearch } from "./view";

export function Numbers() {
  const migrationId = useMigrationId();
  const { view = "grid" } = useSearch({ strict: false }) as NumbersSearch;
  const mayChange = useMayChange();
  const [adding, setAdding] = useState<{ initial: string } | null>(null);
  return (
    <div className="flex h-full min-h-0 flex-col gap-3 p-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <nav aria-label={words.numbers.views} className="flex">
          {NUMBER_VIEWS.map((to) => (
            <Link
              key={to}
              to="/migrations/$migrationId/numbers"
              params={{ migrationId }}
              search={to === "grid" ? {} : { view: to }}
              className="tab"
              aria-current={view === to ? "page" : undefined}
              activeOptions={{ exact: true, includeSearch: true }}
            >
              {words.numbers.viewNames[to]}
            </Link>
          ))}
        </nav>
        <div className="min-w-60 flex-1">
          <Summary migrationId={migrationId} />
        </div>
        {mayChange && (
          <Button icon={Plus} onClick={() => setAdding({ initial: "" })}>
            {words.numbers.add}
          </Button>
        )}
      </div>
      {view === "grid" && (
        <NumberGrid onPasteNumbers={mayChange ? (initial) => setAdding({ initial }) : undefined} />
      )}
      {view === "blocks" && <NumberBlocks key={migrationId} migrationId={migrationId} />}
      {view === "elsewhere" && <Elsewhere key={migrationId} migrationId={migrationId} />}
      {adding && (
        <AddDialog migrationId={migrationId} initial={adding.initial} onClose={() => setAdding(null)} />
      )}
    </div>
  );
}

/** The numbers by status, each part a link to the numbers behind it. */
function Summary({ migrationId }: { migrationId: string }) {
  const { data } = useRead("dashboard", {});
  const figures = data?.migrations.find((migration) => migration.migrationId === migrationId);
  const counts = figures?.byStatus.filter(({ count }) => count > 0) ?? [];
  return counts.length > 0 ? <StatusBar migrationId={migrationId} counts={counts} legend /> : null;
}
