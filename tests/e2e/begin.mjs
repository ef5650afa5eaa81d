// What a window begins with: an empty workspace, in a file or in a database of its own.

import { execFile } from "node:child_process";
import { promisify } from "node:util";

export const ME = { name: "Test Person", email: "test.person@example.com" };

/** The first start, with nothing in a workspace file. */
export async function makeWorkspace(window) {
  await window.shows("Who are you?");
  await window.type("Your name", ME.name);
  await window.type("Your e-mail address", ME.email);
  await window.click('input[type="radio"][value="empty"]');
  await window.clickText("Create workspace");
  await window.shows("No migrations yet");
}

/** Makes an empty database a workspace and joins it. */
export async function connect(window, address) {
  const { hostname, port, pathname, username, password } = new URL(address);
  await window.clickText("Connect to Postgres…");
  await window.type("Server", hostname);
  await window.type("Port", port);
  await window.type("Database", pathname.slice(1));
  await window.type("Database role", username);
  if (password) await window.type("Password", decodeURIComponent(password));
  await window.click('[role="dialog"] input[type="checkbox"]');
  await window.submit("Connect");
  await window.type("Your name", ME.name);
  await window.type("Your e-mail address", ME.email);
  await window.clickText("Join as a new member");
  await window.shows("No migrations yet");
}

/** Runs the job with the address of an empty database, which goes away afterwards. */
export async function withDatabase(server, job) {
  const name = `portflow_window_${process.pid}`;
  const sql = (statement) =>
    promisify(execFile)("psql", [server, "--no-psqlrc", "--quiet", "--command", statement]);
  await sql(`CREATE DATABASE ${name} TEMPLATE template0`);
  try {
    const address = new URL(server);
    address.pathname = `/${name}`;
    await job(address.href);
  } finally {
    await sql(`DROP DATABASE ${name} WITH (FORCE)`);
  }
}
