import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { Site } from "@/bindings/Site";
import { host } from "@/host";
import { newQueryClient } from "@/queries/client";
import { fakeHost } from "@/test/fakeHost";
import { words } from "@/words";
import { ReportButton } from "./ReportButton";

it("writes the report where the person chose, under a name that files can have", async () => {
  const fake = fakeHost({
    session_info: { member: { role: "member" }, mayWrite: true, workspace: {} },
    discovery_report_export: { fileName: "report.pdf", size: 10 },
  });
  const asked = vi.spyOn(host(), "pickSave");
  render(
    <QueryClientProvider client={newQueryClient()}>
      <ReportButton site={{ id: "s1", name: 'North/South: "A"' } as Site} />
    </QueryClientProvider>,
  );
  await userEvent.setup().click(await screen.findByRole("button", { name: words.report.save }));
  expect(asked).toHaveBeenCalledWith("report", "site-discovery-North-South- -A-.pdf");
  const written = fake.calls.findLast(({ name }) => name === "discovery_report_export");
  expect(written?.request).toEqual({ siteId: "s1", fileId: "file-1" });
});
