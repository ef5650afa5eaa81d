/** One PortFlow of its own for a journey: the test host in an empty home, and what a person does outside of the page. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Page } from "@playwright/test";
import type { Commands } from "../../ui/src/bindings/commands";

/** Where a program keeps its configuration and its data. */
type Folders = { config: string; data: string };

const foldersOf = (home: string): Folders => ({ config: join(home, "config"), data: join(home, "data") });

export class Host {
  private constructor(
    private readonly program: ChildProcessWithoutNullStreams,
    private readonly written: string[],
    /** The address to open; it carries the token. */
    readonly address: URL,
    /** An empty folder of this host; goes away with it. */
    readonly home: string,
  ) {}

  static async start(): Promise<Host> {
    return Host.startIn(await mkdtemp(join(tmpdir(), "portflow-journey-")));
  }

  /** Starts where somebody has worked already, at a time at which the host's clock stands still. */
  static async startAt(home: string, folders: Folders, now: Date): Promise<Host> {
    return Host.startIn(home, folders, ["--now", now.toISOString()]);
  }

  private static async startIn(home: string, folders = foldersOf(home), more: string[] = []): Promise<Host> {
    const path = process.env.PORTFLOW_BROWSER_HOST;
    if (!path) throw new Error("PORTFLOW_BROWSER_HOST names the test host; cargo xtask test sets it.");
    const where = ["--config-dir", folders.config, "--data-dir", folders.data];
    const program = spawn(path, [...where, ...more]);
    process.once("exit", () => program.kill());
    const written: string[] = [];
    program.stderr.setEncoding("utf8").on("data", (text: string) => written.push(text));
    const address = await new Promise<string>((resolve, reject) => {
      createInterface({ input: program.stdout }).once("line", resolve);
      program.once("error", reject);
      program.once("exit", (code) =>
        reject(new Error(`The test host ended with ${code}.\n${written.join("")}`)),
      );
    });
    return new Host(program, written, new URL(address), home);
  }

  /** What the host has written to its log so far. */
  get log(): string {
    return this.written.join("");
  }

  /** Shows the page and waits until it hears of what is dropped on it. */
  async open(page: Page): Promise<void> {
    const listens = page.waitForResponse((response) => new URL(response.url()).pathname === "/events");
    await page.goto(this.address.href);
    await listens;
  }

  /** Drops files on the window. */
  async drop(...paths: string[]): Promise<void> {
    await this.post("/seam/drop", { paths });
  }

  /** Answers the next file dialog; without a path it is closed without a choice. */
  async answerDialog(...paths: string[]): Promise<void> {
    await this.post("/seam/pick", { paths });
  }

  /** Runs a command as the page does, for what a journey needs and is not about. */
  call<Name extends keyof Commands>(
    name: Name,
    request: Commands[Name]["request"],
  ): Promise<Commands[Name]["response"]> {
    return this.post(`/call/${name}`, request);
  }

  /** Kills the program, which cannot finish anything, and starts it in the same home, at another address. */
  async killAndStartAgain(): Promise<Host> {
    await this.end("SIGKILL");
    return Host.startIn(this.home);
  }

  async stop(): Promise<void> {
    await this.end("SIGTERM");
    await rm(this.home, { recursive: true, force: true });
  }

  /** Ends the program and leaves its home as it is. */
  async end(signal: NodeJS.Signals): Promise<void> {
    const ended = new Promise((resolve) => this.program.once("exit", resolve));
    this.program.kill(signal);
    await ended;
  }

  private async post<Answer>(path: string, body: unknown): Promise<Answer> {
    const token = this.address.searchParams.get("token") ?? "";
    const headers = { "content-type": "application/json", "x-portflow-token": token };
    const response = await fetch(new URL(path, this.address), {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  }
}
