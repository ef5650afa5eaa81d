/** What happened and what to do, where it happened. */
import { CircleAlert } from "lucide-react";
import type { ApiError } from "@/host";
import { words } from "@/words";
import { Button } from "./Button";

export function ErrorNotice({ error, onRetry }: { error: ApiError; onRetry?: () => void }) {
  return (
    <div role="alert" className="flex items-start gap-2 rounded-md bg-danger-bg px-3 py-2 text-danger">
      <CircleAlert aria-hidden className="mt-0.5 size-4 flex-none" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{error.message}</p>
        {error.hints.map((hint) => (
          <p key={hint}>{hint}</p>
        ))}
      </div>
      {onRetry && <Button onClick={onRetry}>{words.common.tryAgain}</Button>}
    </div>
  );
}
