/** Chooses the host once, at start: the desktop window where there is one, else the browser test host. */
import { httpHost } from "./http";
import { tauriHost } from "./tauri";
import { token } from "./token";
import type { Host } from "./types";

export type { ApiError, Event, FileHandle, Host, OpenPurpose, SavePurpose } from "./types";

let chosen: Host | undefined;

export function host(): Host {
  chosen ??= choose();
  return chosen;
}

/** Puts a double in place of the host; for tests of screens. */
export function setHost(double: Host): void {
  chosen = double;
}

function choose(): Host {
  if ("__TAURI_INTERNALS__" in window) return tauriHost();
  return httpHost(window.location.origin, token);
}
