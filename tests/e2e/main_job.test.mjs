// The main job in the real window, with a real drop of the spreadsheet; then the rows of its workspace are
// compared with those of the same job done on the command line.

import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { connect, ME, makeWorkspace, withDatabase } from "./begin.mjs";
import { commandLine } from "./command_line.mjs";
import { openWindow } from "./window.mjs";

const fixture = (name) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const NUMBERS = fixture("messy-did-inventory.xlsx");
const PEOPLE = fixture("messy-user-list.xlsx");
const ACCOUNT = {
  number: "ACC-7Q2-99817",
  pin: "Z8K4Q7W1",
  carrier: "Old Telephone Company",
  btn: "+12145550199",
};
const LEGAL_NAME = "Example Corporation, Inc.";
/** The order takes the numbers that nothing was done about yet and that contain this. */
const ORDERED = "214555011";
const ONE_TOO_MANY = "2145550116";
/** Today at the customer's sites. */
const TODAY = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" }).format(new Date());
const PLACE = { street: "100 Main Street", city: "Dallas", state: "TX", postalCode: "75201" };

test("the main job in a workspace file leaves the same rows as on the command line", () =>
  mainJob(makeWorkspace));

test("the main job on PostgreSQL leaves the same rows as on the command line", async (context) => {
  const server = process.env.PORTFLOW_TEST_POSTGRES;
  if (!server) return context.skip("PORTFLOW_TEST_POSTGRES is not set");
  await withDatabase(server, (address) => mainJob((window) => connect(window, address)));
});

/** Everything in the window; then the same on the command line, in a file of its own. */
async function mainJob(begin) {
  const scratch = await mkdtemp(join(tmpdir(), "portflow-main-job-"));
  const window = await openWindow({ environment: { PORTFLOW_E2E_DIALOGS: scratch } });
  try {
    await begin(window);
    await makeMigration(window);
    await importNumbers(window);
    await importPeople(window, join(scratch, "open"));
    await addAccount(window);
    await takeNumberBack(window);
    await submitOrder(window);
    const workbook = await saveWorkbook(window, scratch);
    const script = await saveScript(window, scratch);
    await window.close();
    await compare(commandLine(window.home), await onCommandLine(scratch));
    await secretsStayInside(window.home, script, workbook);
  } catch (error) {
    await window.pictureOfFailure("main-job");
    throw error;
  } finally {
    await window.remove();
    await rm(scratch, { recursive: true, force: true });
  }
}

async function makeMigration(window) {
  await window.clickText("Customers & sites", "a");
  await window.clickText("Add customer");
  await window.type("Name", "Example Corp");
  await window.click('[role="dialog"] input[type="checkbox"]');
  await window.submit("Add customer");
  await window.clickText("Customers & sites", "a");
  await window.clickText("Example Corp", "a");
  for (const name of ["Dallas HQ", "Plano"]) {
    await window.clickText("Add site");
    await window.type("Name", name);
    await window.type("Street", PLACE.street);
    await window.type("City", PLACE.city);
    await window.type("State", PLACE.state);
    await window.type("ZIP code", PLACE.postalCode);
    await window.type("Time zone", "America/Chicago");
    await window.submit("Add site");
  }
  await window.clickText("Add migration", "a");
  await window.choose("Site", "Dallas HQ");
  await window.type("Name", "Teams Phone");
  await window.choose("Gaining carrier", "Verizon");
  await window.set("Target date", "2027-03-01");
  await window.type("Voice routing policy", "US-National");
  await window.submit("Add migration");
  await window.clickText("Migrations", "a");
  await window.clickText("Teams Phone", "a");
}

/** Drops the list on the window; 28 numbers come in and 10 rows are rejected, each with its reason. */
async function importNumbers(window) {
  await window.drop(NUMBERS);
  await review(window);
  const facts = await window.facts();
  assert.deepEqual([facts.New, facts.Rejected], ["28", "10"]);
}

/** The list of people comes through the file dialog, which the seam answers. */
async function importPeople(window, answer) {
  await writeFile(answer, PEOPLE);
  await window.clickText("Import…", "a");
  await window.clickText("Choose files…");
  await review(window);
  const facts = await window.facts();
  assert.deepEqual([facts.New, facts.Updated, facts.Rejected], ["13", "1", "7"]);
}

async function addAccount(window) {
  await window.clickText("Example Corp", "a");
  await window.clickText("Add losing account");
  await window.type("Losing carrier", ACCOUNT.carrier);
  await window.type("BTN", ACCOUNT.btn);
  await window.type("Name on account", LEGAL_NAME);
  await window.type("Account number", ACCOUNT.number);
  await window.type("PIN or passcode", ACCOUNT.pin);
  await window.type("Street", PLACE.street);
  await window.type("City", PLACE.city);
  await window.type("State", PLACE.state);
  await window.type("ZIP code", PLACE.postalCode);
  await window.set("CSR date", TODAY);
  await window.set("Bill date", TODAY);
  await window.submit("Add losing account");
  await window.clickText("Add contact");
  await window.type("Name", "Alex Example");
  await window.type("E-mail", "alex@example.com");
  await window.submit("Add contact");
}

/** The list of people gives one of them two numbers; Teams lets a person hold one. */
async function takeNumberBack(window) {
  await window.clickText("Teams Phone", "a");
  await window.clickText("Numbers", "a");
  await window.fill('input[type="search"]', ONE_TOO_MANY);
  await window.shows("1 row");
  await window.select("Phone numbers");
  await window.clickText("1 number");
  await window.clickText("Take back from holder", "*[@role='menuitem']");
  await window.shows("1 number taken back.");
}

/** An order over a selection of the grid, driven to submitted by its checklist. */
async function submitOrder(window) {
  await window.clickText("Porting status");
  await window.click('[role="menuitemcheckbox"]:first-of-type');
  await window.press("Escape");
  await window.fill('input[type="search"]', ORDERED);
  await window.shows("8 rows");
  await window.select("Phone numbers");
  await window.clickText("8 numbers");
  await window.clickText("New port order…", "*[@role='menuitem']");
  await window.choose("Losing account", ACCOUNT.carrier);
  await window.choose("Scope", "Partial");
  await window.choose("Authorized signer", "Alex Example");
  await window.submit("Create order");
  for (const status of ["Ready", "LOA requested", "LOA signed", "Submitted"]) {
    await window.clickText(`Move to ${status}`);
    if (status === "LOA signed") await window.set("Date beside the signature", TODAY);
    await window.submit(`Move to ${status}`);
  }
  await window.shows("Submitted");
}

async function saveWorkbook(window, scratch) {
  await window.clickText("Export request workbook…");
  return written(window, scratch, ".xlsx");
}

async function saveScript(window, scratch) {
  await window.clickText("Example Corp/Dallas HQ/Teams Phone", "a");
  await window.clickText("Scripts", "nav[@aria-label='Parts of the migration']//a");
  await window.clickText("New script");
  await window.choose("Scope", "Port order");
  await window.find('[data-testid="script-text"]');
  await window.clickText("Generate and keep");
  await window.clickText("Save as…");
  return written(window, scratch, ".ps1");
}

/** The file with this ending that the window saved, once it is there whole. */
async function written(window, folder, ending) {
  const name = await window.session.wait(
    async () => (await readdir(folder)).find((name) => name.endsWith(ending)),
    15_000,
    `no ${ending} file was saved`,
  );
  return join(folder, name);
}

/** Goes through the steps of an opened file and commits it. */
async function review(window) {
  for (const step of ["2. Columns", "3. Values", "4. Review"]) {
    await window.clickText("Continue");
    await window.findText(step, "button[@aria-current='page']");
  }
  await window.clickMatching(/^Import \d+ rows$/);
  await window.findText("Rejected rows", "h2");
}

/** The same job on the command line, in a home of its own. */
async function onCommandLine(scratch) {
  const portflow = commandLine(join(scratch, "home"));
  await portflow("init", "--name", ME.name, "--email", ME.email);
  await portflow("customer", "add", "--name", "Example Corp", "--demo");
  const place = [
    "--street",
    PLACE.street,
    "--city",
    PLACE.city,
    "--state",
    PLACE.state,
    "--postal-code",
    PLACE.postalCode,
  ];
  for (const name of ["Dallas HQ", "Plano"]) {
    await portflow(
      "site",
      "add",
      "--customer",
      "Example Corp",
      "--name",
      name,
      "--time-zone",
      "America/Chicago",
      ...place,
    );
  }
  const how = [
    "--carrier",
    "verizon",
    "--target-date",
    "2027-03-01",
    "--voice-routing-policy",
    "US-National",
  ];
  await portflow("migration", "add", "--site", "Dallas HQ", "--name", "Teams Phone", ...how);
  await portflow("import", NUMBERS, "--as", "numbers");
  await portflow("import", PEOPLE, "--as", "users");
  const secrets = { PORTFLOW_ACCOUNT_NUMBER: ACCOUNT.number, PORTFLOW_PIN: ACCOUNT.pin };
  const account = ["--customer", "Example Corp", "--carrier", ACCOUNT.carrier, "--btn", ACCOUNT.btn];
  const dates = ["--csr-date", TODAY, "--bill-date", TODAY];
  await commandLine(
    join(scratch, "home"),
    secrets,
  )(...["account", "add", ...account, "--name-on-account", LEGAL_NAME, ...place, ...dates]);
  await portflow(
    "contact",
    "add",
    "--customer",
    "Example Corp",
    "--name",
    "Alex Example",
    "--email",
    "alex@example.com",
  );
  await portflow("numbers", "assign", ONE_TOO_MANY, "--to", "nobody");
  await order(portflow);
  return portflow;
}

async function order(portflow) {
  const rows = await portflow("numbers", "list", "--status", "not_started", "--search", ORDERED);
  const numbers = rows
    .map((row) => (row.extension ? `${row.number};ext=${row.extension}` : row.number))
    .join(",");
  const what = ["--migration", "Teams Phone", "--account", ACCOUNT.carrier, "--numbers", numbers];
  const { pon } = await portflow("order", "add", ...what, "--scope", "partial", "--signer", "Alex Example");
  for (const status of ["ready", "loa_requested", "loa_signed", "submitted"]) {
    const signed = status === "loa_signed" ? ["--signed-on", TODAY] : [];
    await portflow("order", "transition", pon, "--to", status, ...signed);
  }
}

/** Both workspaces hold the same rows. */
async function compare(inWindow, inTerminal) {
  for (const list of [
    ["numbers", "list"],
    ["people", "list"],
    ["order", "list"],
    ["site", "list"],
  ]) {
    const [rows, expected] = await Promise.all([inWindow(...list), inTerminal(...list)]);
    assert.deepEqual(rows.map(withoutIdentity), expected.map(withoutIdentity), list.join(" "));
  }
  assert.equal((await inTerminal("numbers", "list")).length, 28);
}

/** Neither the account number nor the PIN is anywhere in the window's home, its log, or the script. */
async function secretsStayInside(home, script, workbook) {
  const files = await readdir(home, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  assert.ok(paths.some((path) => path.endsWith("portflow.log")));
  for (const path of [...paths, script]) {
    const bytes = await readFile(path);
    for (const secret of [ACCOUNT.number, ACCOUNT.pin]) {
      assert.ok(!bytes.includes(secret), `${secret} stands in ${path}`);
    }
  }
  // A workbook is a zip archive: that it holds both is read back by the test of the command line.
  assert.equal((await readFile(workbook)).subarray(0, 2).toString(), "PK");
}

/** A row without what no two workspaces share: ids and moments. */
function withoutIdentity(row) {
  const shared = Object.entries(row).filter(([name]) => !/(^id|Id|At|Ids|^at)$/.test(name));
  return Object.fromEntries(shared);
}
