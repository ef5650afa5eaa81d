// What the window does around its workspace: finding it again, hearing of other programs, and staying usable when
// a file or the workspace itself cannot be read.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { commandLine } from "./command_line.mjs";
import { openWindow, removeFolder } from "./window.mjs";

const ME = ["--name", "Test Person", "--email", "test.person@example.com"];

test("the window opens the workspace of the last time and hears of the command line's changes", () =>
  inHome(async (home, portflow) => {
    await portflow("init", ...ME);
    await withWindow(home, async (window) => {
      await window.shows("No migrations yet");
      await window.clickText("Customers & sites", "a");
      await window.shows("No customers yet");
      await portflow("customer", "add", "--name", "Example Corp");
      await window.findText("Example Corp", "a");
    });
  }));

test("a workspace that does not open is explained, and a new one can be made", () =>
  inHome(async (home, portflow) => {
    const old = join(home, "old.portflow");
    await portflow("--workspace", old, "init", ...ME);
    await writeFile(old, "This is no database.");
    await withWindow(home, async (window) => {
      await window.shows("is not a PortFlow workspace");
      await window.type("Your name", "Test Person");
      await window.type("Your e-mail address", "test.person@example.com");
      await window.click('input[type="radio"][value="empty"]');
      await window.clickText("Create workspace");
      await window.shows("No migrations yet");
    });
  }));

test("a dropped file that is no spreadsheet is refused in plain words and stores nothing", () =>
  inHome(async (home, portflow) => {
    await portflow("init", ...ME);
    await portflow("customer", "add", "--name", "Example Corp");
    await portflow(
      "site",
      "add",
      "--customer",
      "Example Corp",
      "--name",
      "HQ",
      "--time-zone",
      "America/Chicago",
    );
    await portflow("migration", "add", "--site", "HQ", "--name", "Teams Phone");
    const letter = join(home, "numbers.xlsx");
    await writeFile(letter, "%PDF-1.7\n");
    await withWindow(home, async (window) => {
      await window.shows("Teams Phone");
      await window.drop(letter);
      await window.shows("This is a PDF document, not a spreadsheet.");
      await window.clickText("Dashboard", "a");
      await window.shows("Teams Phone");
    });
    assert.deepEqual(await portflow("import", "list"), []);
  }));

/** Runs a test in an empty home that goes away afterwards. */
async function inHome(story) {
  const home = await mkdtemp(join(tmpdir(), "portflow-window-"));
  try {
    await story(home, commandLine(home));
  } finally {
    await removeFolder(home);
  }
}

async function withWindow(home, story) {
  const window = await openWindow({ home });
  try {
    await story(window);
  } catch (error) {
    await window.pictureOfFailure("workspace");
    throw error;
  } finally {
    await window.close();
  }
}
