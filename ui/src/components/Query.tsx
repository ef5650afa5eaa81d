/** Shows what a read answered: its data, that it is on its way, or why it failed. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { ApiError } from "@/host";
import { ErrorNotice } from "./ErrorNotice";
import { Loading } from "./Progress";

interface AnswerProps<Data> {
  of: UseQueryResult<Data, ApiError>;
  children: (data: Data) => ReactNode;
}

export function Answer<Data>({ of, children }: AnswerProps<Data>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) {
    return (
      <div className="p-3">
        <ErrorNotice error={of.error} onRetry={() => of.refetch()} />
      </div>
    );
  }
  return <Loading />;
}
