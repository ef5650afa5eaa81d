/**
 * What this machine remembers beside the workspace: the look of the program, and through `kept` a row that cannot be
 * stored yet. Never secrets.
 */

const PREFIX = "portflow.";

export function readSetting(name: string): string | null {
  try {
    return window.localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** A window without storage works the same; it only forgets. */
export function writeSetting(name: string, value: string): void {
  try {
    window.localStorage.setItem(PREFIX + name, value);
  } catch {
    return;
  }
}
