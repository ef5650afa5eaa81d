/** The typed way to the commands. Query is the only cache; events of the host say what in it is stale. */
import {
  keepPreviousData,
  type Query,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from "@tanstack/react-query";
import type { Commands } from "@/bindings/commands";
import { commandTags } from "@/bindings/commandTags";
import { type ApiError, host } from "@/host";
import { toApiError } from "@/host/error";

export type CommandName = keyof Commands;
export type Request<N extends CommandName> = Commands[N]["request"];
export type Response<N extends CommandName> = Commands[N]["response"];

export async function call<N extends CommandName>(name: N, request: Request<N>): Promise<Response<N>> {
  try {
    return (await host().call(name, request)) as Response<N>;
  } catch (cause) {
    throw toApiError(cause);
  }
}

export function readQuery<N extends CommandName>(name: N, request: Request<N>) {
  return { queryKey: [name, request] as const, queryFn: () => call(name, request) };
}

interface ReadOptions {
  enabled?: boolean;
  /** Shows the previous answer while the next one is on its way. */
  keepPrevious?: boolean;
}

export function useRead<N extends CommandName>(
  name: N,
  request: Request<N>,
  { enabled, keepPrevious }: ReadOptions = {},
): UseQueryResult<Response<N>, ApiError> {
  return useQuery<Response<N>, ApiError>({
    ...readQuery(name, request),
    enabled,
    placeholderData: keepPrevious ? (keepPreviousData as never) : undefined,
  });
}

export function useWrite<N extends CommandName>(
  name: N,
): UseMutationResult<Response<N>, ApiError, Request<N>> {
  return useMutation<Response<N>, ApiError, Request<N>>({ mutationFn: (request) => call(name, request) });
}

/** Whether an answer of `name` is stale once data with these tags has changed. */
export function dependsOn(name: string, tags: readonly string[]): boolean {
  const command = commandTags[name as CommandName];
  return command?.tags.some((tag: string) => tags.includes(tag)) ?? false;
}

/**
 * A first answer on its way may have been made before the change, and marking what is not there yet does nothing: it is
 * asked for again as soon as it is there.
 */
function askAgain(client: QueryClient, isStale: (query: Query) => boolean) {
  const first = client.getQueryCache().findAll({
    fetchStatus: "fetching",
    predicate: (query) => query.state.status === "pending" && isStale(query),
  });
  for (const { promise, queryKey } of first) {
    promise?.then(
      () => client.invalidateQueries({ queryKey, exact: true }),
      () => {},
    );
  }
}

/** Marks answers as stale by tag, as long as the page lives. */
export function followChanges(client: QueryClient): () => void {
  return host().onEvent((event) => {
    if (event.kind === "changed") {
      const isStale = ({ queryKey }: Query) => dependsOn(String(queryKey[0]), event.tags);
      askAgain(client, isStale);
      client.invalidateQueries({ predicate: isStale });
    } else if (event.kind === "workspace_opened") {
      client.resetQueries();
    }
  });
}
