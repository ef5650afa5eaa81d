/** The scripts of one migration. */
import { useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/Button";
import { useMayChange } from "@/queries/session";
import { NewScript } from "@/screens/scripts/NewScript";
import { ScriptList } from "@/screens/scripts/ScriptList";
import { words } from "@/words";
import { useMigrationId } from "./useMigration";

export function MigrationScripts() {
  const migrationId = useMigrationId();
  const [making, setMaking] = useState(false);
  const navigate = useNavigate();
  const mayChange = useMayChange();
  return (
    <div className="flex flex-col gap-4 p-5">
      {mayChange && !making && (
        <div>
          <Button tone="primary" icon={Plus} onClick={() => setMaking(true)}>
            {words.scripts.generate}
          </Button>
        </div>
      )}
      {making && (
        <NewScript
          migrationId={migrationId}
          onClose={() => setMaking(false)}
          onGenerated={(scriptId) => void navigate({ to: "/scripts/$scriptId", params: { scriptId } })}
        />
      )}
      <ScriptList migrationId={migrationId} />
    </div>
  );
}
