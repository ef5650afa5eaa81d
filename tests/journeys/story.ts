/** A serial story in one window: a host, a page and, where the kind of workspace asks for one, a database. */
import type { Browser, Page } from "@playwright/test";
import type { WorkspaceKind } from "../../ui/src/bindings/WorkspaceKind";
import { Host } from "./host";
import { joinDatabase, makeWorkspace } from "./person";
import { Database } from "./workspaces";

export class Story {
  private constructor(
    /** Another one after it was killed. */
    public host: Host,
    readonly page: Page,
    /** Nothing when the workspace is a file. */
    private readonly database: Database | undefined,
  ) {}

  static async begin(browser: Browser, kind: WorkspaceKind): Promise<Story> {
    const host = await Host.start();
    // In a context of its own, which axe asks for.
    const page = await (await browser.newContext()).newPage();
    await host.open(page);
    const database = kind === "shared_postgres" ? await Database.create() : undefined;
    return new Story(host, page, database);
  }

  /** The first start, with nothing in the workspace. */
  async makeEmptyWorkspace() {
    if (this.database) await joinDatabase(this.page, this.database.address);
    else await makeWorkspace(this.page, "An empty workspace");
  }

  /** Kills the host in the middle of whatever it does, and shows the page of one that is started afterwards. */
  async killHost() {
    this.host = await this.host.killAndStartAgain();
    await this.host.open(this.page);
  }

  /** Takes away what was made for the story. */
  async end() {
    await this.page.context().close();
    await this.host.stop();
    await this.database?.drop();
  }
}
