/** A host for tests of screens: answers from a table, keeps what was asked, and lets the test send events. */
import type { ApiError, Event, FileHandle, Host } from "@/host";
import { setHost } from "@/host";

type Answers = Record<string, unknown | ((request: never) => unknown)>;

export function fakeHost(answers: Answers) {
  const calls: { name: string; request: unknown }[] = [];
  const listeners = new Set<(event: Event) => void>();
  const host: Host = {
    async call(name, request) {
      calls.push({ name, request });
      const answer = answers[name];
      if (answer === undefined) throw refusal(`No answer for ${name}.`);
      return typeof answer === "function" ? answer(request) : answer;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onFilesDropped: () => () => {},
    onFilesHover: () => () => {},
    pickOpen: async () => null,
    pickSeveral: async () => [],
    pickSave: async (_purpose, name): Promise<FileHandle> => ({ id: "file-1", name, size: 0 }),
  };
  setHost(host);
  const send = (event: Event) => {
    for (const listener of listeners) listener(event);
  };
  return { calls, send };
}

export function refusal(message: string, more: Partial<ApiError> = {}): ApiError {
  return { code: "refused", message, field: null, hints: [], ...more };
}
