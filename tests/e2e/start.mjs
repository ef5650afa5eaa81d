// Measures from the start of the program to the first rows on the screen, against a window that shows
// one static row. Called by `cargo xtask bench` with a DISPLAY:
//
//     node start.mjs PORTFLOW-DESKTOP EMPTY-WINDOW PORTFLOW-CLI [ROUNDS]
//
// Both times contain the same cost of the driver that starts and watches the window.

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { homeVariables, openWindow } from "./window.mjs";

const [desktop, empty, cli, rounds = "7"] = process.argv.slice(2);
const ROW = "tbody tr";

const home = await mkdtemp(join(tmpdir(), "portflow-start-"));
try {
  const env = { ...process.env, ...homeVariables(home) };
  await promisify(execFile)(cli, ["demo", "--out", home], { env });
  const ours = [];
  const floor = [];
  // Side by side, so that both meet the same machine; the first round warms the disk and is left out.
  for (let round = 0; round <= Number(rounds); round += 1) {
    const times = [await firstRow(desktop), await firstRow(empty)];
    if (round > 0) {
      ours.push(times[0]);
      floor.push(times[1]);
    }
  }
  console.log("start to the first rows");
  line("a window with one static row", median(floor), median(floor));
  line("PortFlow on the demonstration workspace", median(ours), median(floor));
} finally {
  await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** Milliseconds until the program shows a row. */
async function firstRow(program) {
  const begun = performance.now();
  const window = await openWindow({ program, home });
  try {
    await window.find(ROW);
    return performance.now() - begun;
  } finally {
    await window.close();
  }
}

function median(times) {
  return times.toSorted((a, b) => a - b)[times.length >> 1];
}

function line(what, time, against) {
  const seconds = (time / 1000).toFixed(2).padStart(7);
  console.log(`  ${what.padEnd(48)} ${seconds} s ${(time / against).toFixed(2).padStart(6)}`);
}
