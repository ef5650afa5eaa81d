/** The commands of docs/worked-example.md, given up to each of its pictures as the document shows them. */
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { Host } from "./host";
import { fixture } from "./person";

/** Dallas is this many hours behind UTC before daylight saving time begins. */
const BEHIND_UTC = 6;
const MINUTE = 60_000;

export class WorkedExample {
  private place = 0;
  private now = 0;

  private constructor(
    private readonly home: string,
    private readonly lines: string[],
  ) {}

  static async begin(): Promise<WorkedExample> {
    const home = await mkdtemp(join(tmpdir(), "portflow-example-"));
    await cp(fixture("worked_example"), home, { recursive: true });
    const document = await readFile(join(__dirname, "../../docs/worked-example.md"), "utf8");
    // What a backslash ends goes on in the next line.
    return new WorkedExample(home, document.replaceAll("\\\n", "").split("\n"));
  }

  /** Gives the commands before a picture and shows the workspace in the window, at that time. */
  async showAt(page: Page, picture: string, look: (host: Host) => Promise<void>) {
    await this.goTo(picture);
    const folders = { config: join(this.home, "config/portflow"), data: join(this.home, "data/portflow") };
    const host = await Host.startAt(this.home, folders, new Date(this.now));
    try {
      await page.clock.setFixedTime(this.now);
      await host.open(page);
      await look(host);
    } finally {
      await host.end("SIGTERM");
    }
  }

  async end() {
    await rm(this.home, { recursive: true, force: true });
  }

  private async goTo(picture: string) {
    for (; this.place < this.lines.length; this.place += 1) {
      const line = this.lines[this.place] ?? "";
      if (line.endsWith(`(pictures/${picture}.png)`)) return;
      const day = /^# (\w+day, .*)$/.exec(line)?.[1];
      if (day) this.now = Date.parse(`${day} UTC`) + BEHIND_UTC * 60 * MINUTE;
      const command = /^\$ (.*portflow .*)$/.exec(line)?.[1];
      if (command) await this.give(command);
    }
    throw new Error(`The document has no picture ${picture} here.`);
  }

  /** A command is a minute after the one before; one that is refused leaves everything as it was. */
  private async give(command: string) {
    const host = process.env.PORTFLOW_BROWSER_HOST ?? "";
    const program = join(dirname(host), basename(host).replace("browser-host", "portflow-at"));
    const env = {
      ...process.env,
      ...{
        HOME: this.home,
        XDG_CONFIG_HOME: join(this.home, "config"),
        XDG_DATA_HOME: join(this.home, "data"),
      },
      PORTFLOW_NOW: new Date(this.now).toISOString(),
    };
    this.now += MINUTE;
    const [, variables = "", words = ""] = /^(.*?)portflow (.*)$/.exec(command) ?? [];
    const run = promisify(execFile)("sh", ["-c", `${variables} "${program}" ${words}`], {
      cwd: this.home,
      env,
    });
    await run.catch((error: { stderr: string }) => {
      if (!error.stderr.startsWith("error: The order cannot")) throw error;
    });
  }
}
