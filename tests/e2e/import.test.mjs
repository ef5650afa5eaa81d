// The import in the real window: by keyboard alone from the file to the committed batch, and a file so large that
// there is time to watch it, to stop it and to begin again.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { commandLine } from "./command_line.mjs";
import { writeInventory } from "./inventory.mjs";
import { focusMovesTo, pressControl, tabTo, typeText } from "./keyboard.mjs";
import { openWindow, removeFolder } from "./window.mjs";

/** Of the large file. */
const ROWS = Number(process.env.PORTFLOW_E2E_ROWS ?? 100_000);
/** Ends a test that hangs; judges no speed. */
const LONG_MS = 300_000;

/** The letter O in the second number is mended in the review. */
const LIST = [
  "Telephone Number,Description,Remark",
  "214-555-0101,Lobby,first floor",
  "214-555-01O2,Door,second floor",
  "214-555-0103,Hall,third floor",
  "",
].join("\n");

test("a file is imported by keyboard alone", () =>
  inWindow(async (window, portflow, answer) => {
    const path = join(window.home, "list.csv");
    await writeFile(path, LIST);
    await writeFile(answer, path);
    await openImport(window);
    await pressControl(window, "Choose files…");
    await isTitled(window, "Import: list.csv");
    await focusMovesTo(window, "Sheets");
    await enabled(window, "2. Columns");
    await window.press("Alt", "ARROW_RIGHT");
    await focusMovesTo(window, "Columns");
    await tabTo(window, "Becomes Remark");
    await window.press("HOME");
    await window.press("Control", "Enter");
    await focusMovesTo(window, "Values");
    await window.press("Enter");
    await focusMovesTo(window, "Review");
    await mendNumber(window);
    await tabTo(window, "All3");
    await window.press("Control", "Enter");
    await focusMovesTo(window, "Import 3 rows");
    await window.press("Enter");
    await window.findText("Rejected rows", "h2");
    const facts = await window.facts();
    assert.deepEqual([facts.New, facts.Rejected], ["3", "0"]);
    const numbers = await portflow("numbers", "list");
    assert.deepEqual(
      numbers.map(({ number, description, notes }) => [number, description, notes]),
      [
        ["+12145550101", "Lobby", null],
        ["+12145550102", "Door", null],
        ["+12145550103", "Hall", null],
      ],
    );
  }));

test("copied cells are pasted onto the import, beside several files of one dialog", () =>
  inWindow(async (window, portflow, answer) => {
    const paths = ["north.csv", "south.csv"].map((name) => join(window.home, name));
    await writeFile(paths[0], "Telephone Number,Description\n2145550101,Lobby\n");
    await writeFile(paths[1], "Telephone Number,Description\n2145550102,Door\n");
    await portflow("import", paths[0]);
    await window.shows("Teams Phone");
    await window.clickText("Teams Phone", "a");
    await window.clickText("Numbers", "nav[@aria-label='Parts of the migration']//a");
    await window.select("Phone numbers");
    await window.press("Control", "c");
    await appears(window, "//*[contains(text(), 'Copied 1')]");
    await writeFile(answer, paths.join("\n"));
    await openImport(window);
    await window.press("Control", "v");
    await isTitled(window, "Import: Pasted cells");
    await window.clickText("Add files…");
    await isTitled(window, "Import: Pasted cells and 2 more");
    for (const name of ["Pasted cells", "north.csv", "south.csv"]) await window.findText(name, "h3");
  }));

test(`an import of ${ROWS} rows moves, stops without a trace, and is made the second time`, () =>
  inWindow(async (window, portflow, answer) => {
    const path = join(window.home, "inventory.csv");
    await writeInventory(path, ROWS);
    await writeFile(answer, path);
    const times = new Times();
    await openImport(window);
    await window.clickText("Choose files…");
    await enabled(window, "4. Review");
    times.note("read and planned");
    await window.clickText("4. Review");
    const button = `Import ${ROWS.toLocaleString("en-US")} rows`;
    await enabled(window, button);

    await watchProgress(window);
    await window.clickText(button);
    const seen = await progress(window, 2);
    assert.ok(seen[1] > seen[0], `the progress moves: ${seen}`);
    await window.clickText("Stop");
    await enabled(window, button);
    times.note("stopped");
    await window.shows("The import was stopped. Nothing was stored.");
    assert.deepEqual(await portflow("import", "list"), []);
    assert.deepEqual(await stored(portflow), [0, 0]);

    times.begin();
    await window.clickText(button);
    await appears(window, "//h2[.='Rejected rows']");
    times.note("committed");
    assert.equal((await window.facts()).New, ROWS.toLocaleString("en-US"));
    assert.deepEqual(await stored(portflow), [ROWS, ROWS - Math.floor(ROWS / 5)]);
  }));

/** Through the palette. */
async function openImport(window) {
  await window.find("#content");
  await window.press("Control", "k");
  await focusMovesTo(window, "Search for a screen, a migration or a command");
  await typeText(window, "import a file");
  await window.press("Enter");
  await window.shows("Choose files");
}

/** Corrects the number of the second row in the grid. */
async function mendNumber(window) {
  await tabTo(window, "Rows to import");
  for (const key of ["ARROW_DOWN", "ARROW_RIGHT", "ARROW_RIGHT", "F2"]) await window.press(key);
  await window.press("Control", "a");
  await typeText(window, "214-555-0102");
  await window.press("Enter");
  await enabled(window, "Import 3 rows");
}

/** Waits, for as long as a large file takes, until the page offers this button. */
async function enabled(window, text) {
  await appears(window, `//button[normalize-space(.)="${text}"][not(@disabled)]`);
}

/** Waits for the title; the driver's own text of a page leaves out what may be cut off with an ellipsis. */
async function isTitled(window, title) {
  await appears(window, `//h1[.="${title}"]`);
}

async function appears(window, path) {
  const isThere = async () => (await window.session.findElements({ xpath: path })).length > 0;
  await window.session.wait(isThere, LONG_MS, path);
}

/** Lets the page note every count that its progress shows. */
async function watchProgress(window) {
  await window.session.executeScript(() => {
    window.seenProgress = [];
    new MutationObserver(() => {
      const text = document.querySelector('[role="progressbar"]')?.textContent ?? "";
      const done = text.match(/([\d,]+) of [\d,]+/)?.[1];
      const count = Number(done?.replaceAll(",", ""));
      if (done && window.seenProgress.at(-1) !== count) window.seenProgress.push(count);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** What it has noted, once these are at least so many values. */
async function progress(window, values) {
  const noted = async () => {
    const seen = await window.session.executeScript(() => window.seenProgress);
    return seen.length >= values && seen;
  };
  return window.session.wait(noted, LONG_MS, "the progress does not move");
}

/** Numbers and people in the workspace. */
async function stored(portflow) {
  const { migrations } = await portflow("status");
  return [migrations[0].totalNumbers, migrations[0].totalUsers];
}

/** Says how long the parts took where that is asked for; nothing depends on it. */
class Times {
  constructor() {
    this.begin();
  }

  begin() {
    this.began = Date.now();
  }

  note(what) {
    if (process.env.PORTFLOW_E2E_TIMES) console.log(`${what}: ${(Date.now() - this.began) / 1000} s`);
    this.begin();
  }
}

/** A window on a workspace with one empty migration, and the file that answers its dialogs. */
async function inWindow(story) {
  const home = await mkdtemp(join(tmpdir(), "portflow-window-"));
  const portflow = commandLine(home);
  try {
    await portflow("init", "--name", "Test Person", "--email", "test.person@example.com");
    await portflow("customer", "add", "--name", "Example Corp", "--demo");
    const place = ["--customer", "Example Corp", "--name", "HQ", "--time-zone", "America/Chicago"];
    await portflow("site", "add", ...place);
    await portflow("migration", "add", "--site", "HQ", "--name", "Teams Phone");
    const window = await openWindow({ home, environment: { PORTFLOW_E2E_DIALOGS: home } });
    try {
      await story(window, portflow, join(home, "open"));
    } catch (error) {
      await window.pictureOfFailure("import");
      throw error;
    } finally {
      await window.close();
    }
  } finally {
    await removeFolder(home);
  }
}
