/** The journeys: the real page and the real commands in the system's Chromium. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import type { WorkspaceKind } from "../../ui/src/bindings/WorkspaceKind";

export default defineConfig<object, { workspaceKind: WorkspaceKind }>({
  testDir: ".",
  projects: [
    { name: "file", use: { workspaceKind: "local_file" } },
    {
      name: "PostgreSQL",
      use: { workspaceKind: "shared_postgres" },
      testMatch: ["main-job.spec.ts", "reimport.spec.ts", "discovery-workbook.spec.ts", "clinic.spec.ts"],
    },
  ],
  outputDir: join(tmpdir(), "portflow-journeys"),
  // Pictures are taken on demand: `--grep @pictures`.
  grepInvert: process.argv.includes("--grep") ? undefined : /@pictures/,
  workers: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    viewport: { width: 1280, height: 800 },
    locale: "en-US",
    timezoneId: "America/Chicago",
    actionTimeout: 15_000,
    launchOptions: {
      executablePath: process.env.PORTFLOW_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
