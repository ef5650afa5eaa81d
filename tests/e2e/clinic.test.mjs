// The first visit to a clinic in a small window: what is learnt there, photos dropped with the real pointer, the gate
// that refuses and then opens. The same on the command line leaves the same; a window that is killed loses one field.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { connect, ME, makeWorkspace, withDatabase } from "./begin.mjs";
import { commandLine } from "./command_line.mjs";
import { picture } from "./picture.mjs";
import { openWindow, removeFolder } from "./window.mjs";

const SITE = "Clinic/North clinic";
const MIGRATION = `${SITE}/Teams Phone`;
const PLACE = { street: "100 Main Street", city: "Dallas", state: "TX", postalCode: "75201" };
const LUNCH_BREAK = { typed: "8-12, 13-17", kept: "08:00-12:00,13:00-17:00" };
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
/** What the window enters one after the other; what a row cannot do without comes last, and then it is stored. */
const CIRCUITS = [
  { carrierName: "Old Telco", kind: "pri" },
  { carrierName: "Cable Co", kind: "sip" },
];
const ELEVATOR = { number: "214-555-0190", decision: "keep", kind: "elevator" };
const FAX = { number: "214-555-0191", location: "Nurse station", kind: "fax" };
const LOCATION = { houseNumber: "100", streetName: "Main", name: "Reception" };
const SYSTEM = { model: "IP Office", vendor: "Avaya" };
const SIGNER = { kind: "authorized_signer", name: "Alex Example" };
const UNDECIDED = "Nobody has decided what becomes of the fax line +12145550191 (Nurse station).";

const NUMBER_OF_FAX = `${rowOf("Fax, Nurse station")} [data-field="number"]`;

test("a clinic in a workspace file leaves the same as on the command line", () => clinic(makeWorkspace));

test("a clinic on PostgreSQL leaves the same as on the command line", async (context) => {
  const server = process.env.PORTFLOW_TEST_POSTGRES;
  if (!server) return context.skip("PORTFLOW_TEST_POSTGRES is not set");
  await withDatabase(server, (address) => clinic((window) => connect(window, address)));
});

/** Everything in the window; then the same on the command line, in a file of its own. */
async function clinic(begin) {
  const scratch = await mkdtemp(join(tmpdir(), "portflow-clinic-"));
  const photos = await takePhotos(scratch);
  await inWindow("clinic", { environment: { PORTFLOW_E2E_DIALOGS: scratch } }, async (window) => {
    await window.resize(1024, 700);
    await begin(window);
    await makeSite(window);
    const portflow = commandLine(window.home);
    await moveOn(window, "Discovery");
    await writeDown(window);
    await addPhotos(window, photos, join(scratch, "open"));
    await refused(window, "The main number is not known. On which days must nothing change?");
    await findOut(window, await questionsOf(portflow));
    await refused(window, UNDECIDED);
    await decide(window);
    await moveOn(window, "Data collection");
    await window.close();
    await compare(portflow, await onCommandLine(scratch, photos));
  });
  await rm(scratch, { recursive: true, force: true });
}

test("a window that is killed loses at most the field that is being typed", () =>
  atSpecialLines(
    async (window) => {
      await enterRow(window, { location: "Nurse station", kind: "fax" });
      await window.findText("Saved", "p[@role='status']");
      await type(window, NUMBER_OF_FAX, "214-555-0191");
      window.kill();
    },
    async (window) => {
      assert.equal(await (await window.find(NUMBER_OF_FAX)).getAttribute("value"), "");
      await window.enter(await window.find(NUMBER_OF_FAX), "214-555-0191");
      await window.find(rowOf("Fax, +1 214-555-0191, Nurse station"));
    },
  ));

test("a row that cannot be stored yet outlives a window that is killed", () =>
  atSpecialLines(
    async (window) => {
      await enterRow(window, { location: "Nurse station" });
      await window.shows("Not stored yet. Still needed: Kind.");
      await type(window, '[data-row="new"] [data-field="number"]', "214-555-0191");
      window.kill();
    },
    async (window) => {
      const shown = async (name) => (await newField(window, name)).getAttribute("value");
      assert.deepEqual([await shown("location"), await shown("number")], ["Nurse station", ""]);
      await enterRow(window, { kind: "fax" });
      await window.find(rowOf("Fax, Nurse station"));
    },
  ));

async function makeSite(window) {
  await window.clickText("Customers & sites", "a");
  await window.clickText("Add customer");
  await window.type("Name", "Clinic");
  await window.submit("Add customer");
  await window.clickText("Add site");
  await window.type("Name", "North clinic");
  await window.type("Street", PLACE.street);
  await window.type("City", PLACE.city);
  await window.type("State", PLACE.state);
  await window.type("ZIP code", PLACE.postalCode);
  await window.type("Time zone", "America/Chicago");
  await window.submit("Add site");
  await window.clickText("Add migration", "a");
  await window.choose("Site", "North clinic");
  await window.type("Name", "Teams Phone");
  await window.choose("Gaining carrier", "Verizon");
  await window.submit("Add migration");
}

/** The hours with their break for lunch, two trunks, the elevator, and a fax that nobody has decided about. */
async function writeDown(window) {
  await openPart(window, "site_facts");
  await window.enter(await window.field("Monday"), LUNCH_BREAK.typed);
  await window.click('button[aria-label="Copy Monday to other days"]');
  await window.submit("Copy");
  await openPart(window, "circuits");
  for (const circuit of CIRCUITS) {
    await enterRow(window, circuit);
    await window.find(rowOf(circuit.carrierName));
  }
  await openPart(window, "special_lines");
  await enterRow(window, ELEVATOR);
  await window.find(rowOf("Elevator, +1 214-555-0190"));
  await enterRow(window, FAX);
  await window.find(rowOf("Fax, +1 214-555-0191"));
}

/** Two are dropped on the section to which they belong; one comes through the file dialog, which the seam answers. */
async function addPhotos(window, [first, second, third], answer) {
  await window.drop(first, second);
  await window.shows("2 files added");
  await writeFile(answer, third);
  await window.clickText("Add files…");
  for (const path of [first, second, third])
    await window.find(`button[aria-label="Show ${path.split("/").at(-1)}"] img`);
}

/** What keeps the migration in discovery, but for the fax. */
async function findOut(window, questions) {
  await openPart(window, "site_facts");
  await window.enter(await window.find('[data-field="mainNumber"]'), "214-555-0100");
  for (const [section, row] of [
    ["contacts", SIGNER],
    ["emergency", LOCATION],
    ["legacy_system", SYSTEM],
  ]) {
    await openPart(window, section);
    await enterRow(window, row);
    await window.find(rowOf(row.name ?? row.vendor));
  }
  for (const section of new Set(questions.map((question) => question.section))) {
    await openPart(window, section);
    for (const question of questions.filter((it) => it.section === section)) {
      await window.enter(await window.field(question.text), answerTo(question));
      await window.find(`li[data-field="${question.key}"] select option[value="answered"]:checked`);
    }
  }
}

async function decide(window) {
  await openPart(window, "special_lines");
  await window.enter(await window.find(`${rowOf("Fax")} [data-field="decision"]`), "analog_adapter");
  await window.findText("Saved", "p[@role='status']");
}

/** Asks the migration to leave discovery, is told why it does not, and gives no reason. */
async function refused(window, why) {
  await ask(window, "Data collection");
  await window.shows(`The discovery of the site is not complete. ${why}`);
  await window.clickText("Cancel");
}

async function moveOn(window, status) {
  await ask(window, status, (title) => window.submit(title));
}

async function ask(window, status, send = (title) => window.clickText(title)) {
  await window.clickText("Migrations", "a");
  await window.clickText("Teams Phone", "a");
  await window.clickText("Move to");
  await window.clickText(status, "*[@role='menuitem']");
  await send(`Move to ${status}`);
}

/** Shows a part of the site's discovery, which has room for it. */
async function openPart(window, part) {
  await window.clickText("Sites", "a");
  await window.clickText("North clinic", "a");
  await window.click(`nav[aria-label="Parts of the discovery"] a[href*="section=${part}"]`);
  await window.find(
    `nav[aria-label="Parts of the discovery"] a[href*="section=${part}"][aria-current="page"]`,
  );
  assert.equal(await window.session.executeScript(isCutOff), false, `${part} is wider than the window`);
}

/** Enters fields into the row that is not stored yet. */
async function enterRow(window, values) {
  for (const [name, value] of Object.entries(values)) await window.enter(await newField(window, name), value);
}

function newField(window, name) {
  return window.find(`[data-row="new"] [data-field="${name}"]`);
}

/** The stored row whose name holds this. */
function rowOf(name) {
  return `[data-row]:not([data-row="new"]):has(button[aria-label^="Details of"][aria-label*="${name}"])`;
}

/** Types into a field and stays there. */
async function type(window, selector, text) {
  const field = await window.find(selector);
  await field.sendKeys(text);
  assert.equal(await field.getAttribute("value"), text);
}

/** The questions without an answer to which a migration does not leave discovery. */
async function questionsOf(portflow) {
  const { questions } = await portflow("site", "discovery", "show", SITE);
  return questions.questions.filter((question) => question.required);
}

function answerTo({ kind, choices }) {
  return { yes_no: "yes", number: "100", choice: choices?.[0] }[kind] ?? "As the office says";
}

/** The same on the command line, in a home of its own. */
async function onCommandLine(scratch, photos) {
  const home = join(scratch, "home");
  await mkdir(home);
  const portflow = commandLine(home);
  await setUp(portflow);
  const discovery = (verb, ...words) => portflow("site", "discovery", verb, SITE, ...words);
  const add = (kind, values) =>
    discovery("add", kind, ...Object.entries(values).map(([field, value]) => `${field}=${value}`));
  const weekdays = DAYS.slice(1).map((day) => day.toLowerCase());
  await discovery("hours", "--mon", LUNCH_BREAK.kept, "--copy", "mon", weekdays.join(","));
  for (const circuit of CIRCUITS) await add("circuit", circuit);
  await add("special-line", ELEVATOR);
  const fax = await add("special-line", FAX);
  const [first, second, third] = photos;
  await portflow("site", "files", "add", SITE, first, second, "--section", "special_lines");
  await portflow("site", "files", "add", SITE, third);
  await portflow("site", "set", SITE, "--main-number", "214-555-0100");
  await portflow("contact", "add", "--customer", "Clinic", "--site", SITE, "--name", SIGNER.name);
  const { city, state, postalCode } = PLACE;
  await add("emergency-location", { ...LOCATION, city, state, postalCode });
  await add("legacy-system", SYSTEM);
  for (const question of await questionsOf(portflow)) {
    await assert.rejects(portflow("migration", "transition", MIGRATION, "--to", "data_collection"));
    await discovery("answer", question.key, answerTo(question));
  }
  await discovery("change", "special-line", fax.id, "decision=analog_adapter");
  await portflow("migration", "transition", MIGRATION, "--to", "data_collection");
  return portflow;
}

/** A clinic whose migration is in discovery. */
async function setUp(portflow) {
  await portflow("init", "--name", ME.name, "--email", ME.email);
  await portflow("customer", "add", "--name", "Clinic");
  const { street, city, state, postalCode } = PLACE;
  const place = ["--street", street, "--city", city, "--state", state, "--postal-code", postalCode];
  const site = ["--customer", "Clinic", "--name", "North clinic", "--time-zone", "America/Chicago"];
  await portflow("site", "add", ...site, ...place);
  await portflow("migration", "add", "--site", SITE, "--name", "Teams Phone", "--carrier", "verizon");
  await portflow("migration", "transition", MIGRATION, "--to", "discovery");
}

/** Both workspaces hold the same. */
async function compare(inWindow, inTerminal) {
  for (const words of [
    ["site", "discovery", "show", SITE],
    ["site", "discovery", "missing", SITE],
    ["site", "files", "list", SITE],
    ["migration", "list"],
  ]) {
    const [found, expected] = await Promise.all([inWindow(...words), inTerminal(...words)]);
    assert.deepEqual(withoutIdentity(found), withoutIdentity(expected), words.join(" "));
  }
  const { site, circuits, specialLines } = await inTerminal("site", "discovery", "show", SITE);
  assert.deepEqual([circuits.length, specialLines.length], [2, 2]);
  assert.equal(site.businessHours.friday.length, 2);
  assert.equal((await inTerminal("site", "files", "list", SITE)).length, 3);
}

/** Without what no two workspaces share: ids, moments, and in how many steps a row came to be. */
function withoutIdentity(value) {
  if (Array.isArray(value)) return value.map(withoutIdentity);
  if (value === null || typeof value !== "object") return value;
  const shared = Object.entries(value).filter(
    ([name]) => !/(^id|^rows?|^revision|Id|At|Ids|^at)$/.test(name),
  );
  return Object.fromEntries(shared.map(([name, part]) => [name, withoutIdentity(part)]));
}

async function takePhotos(folder) {
  const names = ["rack.png", "fax.png", "elevator.png"];
  const paths = names.map((name) => join(folder, name));
  await Promise.all(paths.map((path, index) => writeFile(path, picture(index))));
  return paths;
}

/** Runs in the page: whether something of the discovery has to be scrolled to the side. */
function isCutOff() {
  return [...document.querySelectorAll(".discovery *")].some((part) => {
    const scrolls = ["auto", "scroll"].includes(getComputedStyle(part).overflowX);
    return scrolls && part.scrollWidth > part.clientWidth + 1;
  });
}

/** A clinic's special lines in a window, and again in one that is opened afterwards. */
async function atSpecialLines(...stories) {
  const home = await mkdtemp(join(tmpdir(), "portflow-window-"));
  await setUp(commandLine(home));
  for (const story of stories) {
    await inWindow("clinic-killed", { home }, async (window) => {
      await openPart(window, "special_lines");
      await story(window);
    });
  }
  await removeFolder(home);
}

async function inWindow(name, options, story) {
  const window = await openWindow(options);
  try {
    await story(window);
  } catch (error) {
    await window.pictureOfFailure(name);
    throw error;
  } finally {
    await (options.home ? window.close() : window.remove());
  }
}
