/** How far a long piece of work has come, and a way to stop it. */
import { Button } from "@/components/Button";
import { Progress } from "@/components/Progress";
import { useWrite } from "@/queries/commands";
import { useProgress } from "@/queries/progress";
import { words } from "@/words";

export function TaskProgress({ label, taskId }: { label: string; taskId: string }) {
  const cancel = useWrite("task_cancel");
  const progress = useProgress(taskId);
  return (
    <div className="flex w-96 items-end gap-3">
      <div className="flex-1">
        <Progress label={label} done={progress?.done ?? 0} total={progress?.total ?? null} />
      </div>
      <Button onClick={() => cancel.mutate({ taskId })} busy={cancel.isPending || cancel.isSuccess}>
        {words.imports.stop}
      </Button>
    </div>
  );
}
