// Runs the program `portflow` beside a window's test, in a home of its own or in that of the window.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { homeVariables } from "./window.mjs";

const run = promisify(execFile);

/** The program on the workspace that belongs to this home folder. */
export function commandLine(home, environment = {}) {
  const env = { ...process.env, ...homeVariables(home), ...environment };
  for (const name of ["PORTFLOW_WORKSPACE", "PORTFLOW_MEMBER"]) delete env[name];

  /** Runs it with `--json` and gives what it answered. */
  return async function portflow(...words) {
    const { stdout } = await run(process.env.PORTFLOW_CLI, ["--json", ...words], { env, maxBuffer: 1 << 26 });
    return JSON.parse(stdout);
  };
}
