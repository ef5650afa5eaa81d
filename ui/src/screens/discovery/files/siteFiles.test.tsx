import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import type { SiteFile } from "@/bindings/SiteFile";
import type { ThumbnailsOf } from "@/bindings/ThumbnailsOf";
import { POPUPS } from "@/components/Menu";
import { newQueryClient } from "@/queries/client";
import { fakeHost } from "@/test/fakeHost";
import { words } from "@/words";
import { SiteFiles } from "./SiteFiles";
import { partsOf } from "./useSiteFiles";

const PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";

function file(id: string, more: Partial<SiteFile> = {}): SiteFile {
  return {
    id,
    customerId: "c1",
    siteId: "s1",
    portOrderId: null,
    kind: "photo",
    fileName: `${id}.jpg`,
    mediaType: "image/jpeg",
    sha256: id,
    size: 5_000_000,
    datedOn: null,
    caption: null,
    section: null,
    revision: 1,
    createdAt: "2026-11-30T15:00:00.000Z",
    updatedAt: "2026-11-30T15:00:00.000Z",
    hasThumbnail: true,
    ...more,
  };
}

function show(files: SiteFile[], role = "member") {
  const host = fakeHost({
    site_file_list: files,
    site_file_thumbnails: ({ ids }: ThumbnailsOf) => ids.map((id) => ({ id, dataUrl: PIXEL })),
    site_file_picture: ({ id }: { id: string }) => ({ id, dataUrl: PIXEL }),
    session_info: { member: { role, isActive: true } },
  });
  const discovery = { site: { id: "s1" } } as SiteDiscovery;
  render(
    <QueryClientProvider client={newQueryClient()}>
      <section id={POPUPS} />
      <SiteFiles discovery={discovery} />
    </QueryClientProvider>,
  );
  return host;
}

const PHOTOS = [file("one"), file("two", { caption: "The rack" }), file("three", { hasThumbnail: false })];

describe("SiteFiles", () => {
  it("asks for small pictures only, and for a photo when it is opened", async () => {
    const host = show([...PHOTOS, file("plan", { kind: "other", mediaType: "application/pdf" })]);
    const photos = await screen.findByRole("region", { name: words.files.photos });
    expect(within(photos).getAllByRole("listitem")).toHaveLength(3);
    const asked = host.calls.filter(({ name }) => name === "site_file_thumbnails");
    expect(asked.map(({ request }) => request)).toEqual([{ ids: ["one", "two"] }]);
    expect(host.calls.some(({ name }) => name === "site_file_picture")).toBe(false);
    const others = screen.getByRole("region", { name: words.files.others });
    expect(within(others).getByRole("row", { name: /plan\.jpg/ }).textContent).toContain("PDF");
  });

  it("goes through the photos with the arrow keys and stops at both ends", async () => {
    const user = userEvent.setup();
    const host = show(PHOTOS);
    await user.click(await screen.findByRole("button", { name: words.files.show("one.jpg") }));
    await user.keyboard("{ArrowLeft}");
    expect(screen.getByRole("dialog").textContent).toContain("1 of 3");
    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}{ArrowLeft}");
    expect(await screen.findByRole("img", { name: "The rack" })).toBeDefined();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(host.calls.filter(({ name }) => name === "site_file_picture").length).toBeGreaterThan(0);
  });

  it("lets who may only look save copies and nothing else", async () => {
    const user = userEvent.setup();
    show(PHOTOS, "viewer");
    const menu = await screen.findByRole("button", { name: words.files.actions("one.jpg") });
    expect(screen.queryByRole("button", { name: words.files.add })).toBeNull();
    await user.click(menu);
    const items = await screen.findAllByRole("menuitem");
    expect(items.map((item) => item.textContent)).toEqual([words.files.saveCopy]);
  });
});

describe("partsOf", () => {
  it("leaves the parts before a new file as they are", () => {
    const ids = Array.from({ length: 85 }, (_, at) => `f${at}`);
    const before = partsOf(ids);
    expect(before.map((part) => part.length)).toEqual([40, 40, 5]);
    expect(partsOf([...ids, "new"]).slice(0, 2)).toEqual(before.slice(0, 2));
  });
});
