/** The host inside the desktop window. The only file that may import @tauri-apps. */
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { toApiError } from "./error";
import type { Event, FileHandle, Host, Unlisten } from "./types";

/** Listening is asynchronous in Tauri; the returned function works before and after it has begun. */
function subscribe<T>(name: string, listener: (payload: T) => void): Unlisten {
  let stopped = false;
  let stop: Unlisten | undefined;
  listen<T>(name, (event) => listener(event.payload)).then((unlisten) => {
    if (stopped) unlisten();
    else stop = unlisten;
  });
  return () => {
    stopped = true;
    stop?.();
  };
}

async function ask<T>(command: string, args: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(command, args);
  } catch (cause) {
    throw toApiError(cause);
  }
}

export function tauriHost(): Host {
  return {
    call: (name, request) => ask("call", { name, request }),
    onEvent: (listener) => subscribe<Event>("portflow://changed", listener),
    onFilesDropped: (listener) =>
      subscribe<{ files: FileHandle[] }>("portflow://files-dropped", ({ files }) => listener(files)),
    onFilesHover: (listener) => {
      const stops = [
        subscribe("tauri://drag-enter", () => listener(true)),
        subscribe("tauri://drag-leave", () => listener(false)),
        subscribe("tauri://drag-drop", () => listener(false)),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    pickOpen: async (purpose) => {
      const [file] = await ask<FileHandle[]>("pick_open", { purpose, several: false });
      return file ?? null;
    },
    pickSeveral: (purpose) => ask("pick_open", { purpose, several: true }),
    pickSave: (purpose, suggestedName) => ask("pick_save", { purpose, suggestedName }),
  };
}
