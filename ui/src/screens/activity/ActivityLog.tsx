/** The log, newest first, with older entries on demand. */
import { useState } from "react";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Answer } from "@/components/Query";
import { useRead } from "@/queries/commands";
import { words } from "@/words";
import { ActivityList } from "./ActivityList";

interface ActivityLogProps {
  migrationId?: string;
  /** Only one record's entries. */
  entityId?: string;
  compact?: boolean;
}

const STEP = 100;
const MOST = 1000;

export function ActivityLog({ migrationId, entityId, compact }: ActivityLogProps) {
  const [limit, setLimit] = useState(STEP);
  const request = {
    customerId: null,
    migrationId: migrationId ?? null,
    entityId: entityId ?? null,
    offset: 0,
    limit,
  };
  const entries = useRead("activity_page", request, { keepPrevious: true });
  return (
    <Answer of={entries}>
      {({ rows, total }) => {
        if (rows.length === 0) {
          return compact ? (
            <p className="text-muted">{words.activity.empty}.</p>
          ) : (
            <EmptyState title={words.activity.empty}>{words.activity.emptyHelp}</EmptyState>
          );
        }
        return (
          <div className={compact ? undefined : "panel"}>
            <ActivityList entries={rows} compact={compact} />
            {rows.length < total && limit < MOST && (
              <div className="p-2">
                <Button onClick={() => setLimit(Math.min(MOST, limit + STEP * 2))}>
                  {words.activity.more}
                </Button>
              </div>
            )}
          </div>
        );
      }}
    </Answer>
  );
}
