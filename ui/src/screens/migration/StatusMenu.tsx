/** Moves a migration along its state machine; asks for a reason where one is needed. */
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { MigrationDetail } from "@/bindings/MigrationDetail";
import type { NextMigrationStatus } from "@/bindings/NextMigrationStatus";
import { TextArea } from "@/components/Field";
import { FormDialog, orNull } from "@/components/FormDialog";
import { Menu, MenuItem } from "@/components/Menu";
import { notify } from "@/components/Toast";
import { useWrite } from "@/queries/commands";
import { labels, words } from "@/words";

export function StatusMenu({ detail }: { detail: MigrationDetail }) {
  const [chosen, setChosen] = useState<NextMigrationStatus | null>(null);
  if (detail.next.length === 0) return null;
  return (
    <>
      <Menu label={words.migration.moveTo}>
        {detail.next.map((next) => (
          <MenuItem key={next.status} onSelect={() => setChosen(next)}>
            {labels.migrationStatus[next.status]}
          </MenuItem>
        ))}
      </Menu>
      {chosen && <MoveDialog detail={detail} next={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

interface MoveDialogProps {
  detail: MigrationDetail;
  next: NextMigrationStatus;
  onClose: () => void;
}

function MoveDialog({ detail: { migration }, next, onClose }: MoveDialogProps) {
  const form = useForm({ defaultValues: { reason: "" } });
  const transition = useWrite("migration_transition");
  const name = labels.migrationStatus[next.status];
  return (
    <FormDialog
      title={words.migration.moveTitle(name)}
      description={migration.name}
      submitLabel={words.migration.moveTitle(name)}
      form={form}
      onClose={onClose}
      onSubmit={async ({ reason }) => {
        const { id, revision } = migration;
        await transition.mutateAsync({ id, revision, to: next.status, reason: orNull(reason) });
        notify(words.migration.moved(name));
      }}
    >
      <TextArea
        label={words.common.reason}
        optional={!next.needsReason}
        {...form.register("reason", { required: next.needsReason && words.welcome.required })}
        error={form.formState.errors.reason?.message}
      />
    </FormDialog>
  );
}
