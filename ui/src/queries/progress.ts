/** How far long work has come, as the host tells it. */
import { useEffect, useState } from "react";
import { host } from "@/host";

export interface TaskProgress {
  done: number;
  total: number;
}

export function useProgress(taskId: string | null): TaskProgress | null {
  const [progress, setProgress] = useState<TaskProgress | null>(null);
  useEffect(() => {
    setProgress(null);
    if (!taskId) return;
    return host().onEvent((event) => {
      if (event.kind === "progress" && event.taskId === taskId) {
        setProgress({ done: event.done, total: event.total });
      }
    });
  }, [taskId]);
  return progress;
}
