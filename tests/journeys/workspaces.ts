/** The kinds of workspace a journey runs in: a file, or a database on the PostgreSQL server of the test run. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { test as base } from "@playwright/test";
import type { WorkspaceKind } from "../../ui/src/bindings/WorkspaceKind";

/** The address of a server on which databases may be made. */
const SERVER = process.env.PORTFLOW_TEST_POSTGRES;

/** Not the order of code points, so that a list in the database's own order does not look like one in ours. */
const COLLATION = "LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C.UTF-8'";

/** A test that is told in which kind of workspace it runs; playwright.config.ts lists the kinds. */
export const test = base.extend<object, { workspaceKind: WorkspaceKind }>({
  workspaceKind: ["local_file", { option: true, scope: "worker" }],
});

/** Skips every test of the file in a kind of workspace that this run has no server for. */
export function skipWithoutServer() {
  test.skip(
    ({ workspaceKind }) => workspaceKind === "shared_postgres" && !SERVER,
    "PORTFLOW_TEST_POSTGRES, which cargo xtask test sets, names no PostgreSQL server.",
  );
}

/** An empty database of its own for one journey. */
export class Database {
  private constructor(private readonly name: string) {}

  static async create(): Promise<Database> {
    const name = `portflow_journey_${process.pid}`;
    await sql(`CREATE DATABASE ${name} TEMPLATE template0 ${COLLATION}`);
    return new Database(name);
  }

  get address(): URL {
    const address = new URL(SERVER ?? "");
    address.pathname = `/${this.name}`;
    return address;
  }

  /** Removes it, even while somebody is connected. */
  async drop(): Promise<void> {
    await sql(`DROP DATABASE ${this.name} WITH (FORCE)`);
  }
}

async function sql(statement: string) {
  await promisify(execFile)("psql", [SERVER ?? "", "--no-psqlrc", "--quiet", "--command", statement]);
}
