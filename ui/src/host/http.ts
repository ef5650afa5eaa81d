/** The host of the browser tests: the same commands over loopback HTTP, guarded by a token from the address. */
import { isApiError, toApiError } from "./error";
import type { Event, FileHandle, Host, Unlisten } from "./types";

type Message = Event | { kind: "files_dropped"; files: FileHandle[] };

export function httpHost(base: string, token: string): Host {
  const listeners = new Set<(message: Message) => void>();
  let source: EventSource | undefined;

  function subscribe(listener: (message: Message) => void): Unlisten {
    listeners.add(listener);
    source ??= open();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) {
        source?.close();
        source = undefined;
      }
    };
  }

  function open(): EventSource {
    const events = new EventSource(`${base}/events?token=${encodeURIComponent(token)}`);
    events.onmessage = ({ data }) => {
      const message = JSON.parse(data) as Message;
      for (const listener of [...listeners]) listener(message);
    };
    return events;
  }

  async function post(path: string, body: unknown): Promise<unknown> {
    let response: Response;
    try {
      response = await fetch(`${base}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-portflow-token": token },
        body: JSON.stringify(body ?? null),
      });
    } catch (cause) {
      throw toApiError(cause);
    }
    const text = await response.text();
    const value: unknown = text === "" ? null : parse(text);
    if (response.ok) return value;
    throw isApiError(value) ? value : toApiError(`${response.status} ${response.statusText}`);
  }

  return {
    call: (name, request) => post(`/call/${name}`, request),
    onEvent: (listener) =>
      subscribe((message) => {
        if (message.kind !== "files_dropped") listener(message);
      }),
    onFilesDropped: (listener) =>
      subscribe((message) => {
        if (message.kind === "files_dropped") listener(message.files);
      }),
    onFilesHover: hoverInBrowser,
    pickOpen: async (purpose) => {
      const [file] = (await post("/pick/open", { purpose })) as FileHandle[];
      return file ?? null;
    },
    pickSeveral: (purpose) => post("/pick/open", { purpose }) as Promise<FileHandle[]>,
    pickSave: (purpose, suggestedName) =>
      post("/pick/save", { purpose, suggestedName }) as Promise<FileHandle | null>,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A page in a browser hears of files through HTML5 events; only the hovering is used, never the contents. */
function hoverInBrowser(listener: (hovering: boolean) => void): Unlisten {
  const enter = (event: DragEvent) => {
    event.preventDefault();
    listener(true);
  };
  const leave = (event: DragEvent) => {
    event.preventDefault();
    if (event.type === "drop" || event.relatedTarget === null) listener(false);
  };
  window.addEventListener("dragover", enter);
  window.addEventListener("dragleave", leave);
  window.addEventListener("drop", leave);
  return () => {
    window.removeEventListener("dragover", enter);
    window.removeEventListener("dragleave", leave);
    window.removeEventListener("drop", leave);
  };
}
