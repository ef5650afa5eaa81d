import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ImportChoices } from "@/bindings/ImportChoices";
import type { ImportPreview } from "@/bindings/ImportPreview";
import type { OpenedImport } from "@/bindings/OpenedImport";
import { newQueryClient } from "@/queries/client";
import { followChanges } from "@/queries/commands";
import { fakeHost, refusal } from "@/test/fakeHost";
import { columnOf, NO_COUNTS, openedOf, previewOf, sheetOf } from "@/test/imports";
import { words } from "@/words";
import { ImportSteps } from "./ImportSteps";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  useNavigate: () => vi.fn(),
  Link: ({ children }: { children: React.ReactNode }) => <a href="/">{children}</a>,
}));

/** jsdom lays nothing out, so windows of rows are given a size. */
beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, value: 600 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, value: 800 });
  Object.defineProperty(HTMLElement.prototype, "offsetHeight", { configurable: true, value: 600 });
  Object.defineProperty(HTMLElement.prototype, "offsetWidth", { configurable: true, value: 800 });
  HTMLElement.prototype.scrollTo = () => {};
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});

const COLUMNS = [
  columnOf(1, { header: "TN / Range", field: "e164", samples: ["214-555-0100"], confidence: 98 }),
  columnOf(2, { header: "Carrier", field: "carrier" }),
  columnOf(3, { header: "PIN", secret: true, why: "Never read." }),
  columnOf(4, { header: "Remark", why: "Nothing is known about this header." }),
];
const VALUES = [
  { field: "carrier" as const, values: [{ text: "VZ", count: 3, field: "carrier" as const, code: null }] },
];
const DIDS = sheetOf("DIDs", "phone_numbers", COLUMNS, {
  counts: { ...NO_COUNTS, records: 3, inserted: 2, rejected: 1 },
  ambiguousDate: "03/04/2026",
  ambiguousDates: [7],
});
DIDS.settings.valueMap = VALUES;
DIDS.settings.defaults = [{ field: "btn", value: "(214) 555-0199", sourceRow: 3 }];

const PREVIEW = previewOf([DIDS, sheetOf("Users", "end_users", [])], {
  counts: { ...NO_COUNTS, records: 3, inserted: 2, rejected: 1 },
  facets: [{ code: "invalid_number", severity: "error", count: 1, text: "Not a number.", fixable: 1 }],
});

/** Answers as the commands do, with the choices taken over. */
function open(opened: OpenedImport = openedOf("DIDs", "Users", "Hidden"), preview: ImportPreview = PREVIEW) {
  const host = fakeHost({
    import_open: opened,
    import_preview: preview,
    import_rows: { total: 0, rows: [] },
    import_profile_list: [],
    import_fix_all: {
      edits: [{ file: "file-1", sheet: "DIDs", row: 7, column: 1, text: "214" }],
      before: ["x"],
    },
    carrier_list: [{ code: "verizon", name: "Verizon" }],
    session_info: { workspace: {}, member: { role: "member" } },
    import_commit: () => new Promise((_, reject) => commits.push(reject)),
  });
  const commits: ((failure: unknown) => void)[] = [];
  const onFiles = vi.fn();
  const client = newQueryClient();
  followChanges(client);
  render(
    <QueryClientProvider client={client}>
      <ImportSteps files={[{ id: "file-1", name: "inventory.xlsx" }]} migrationId="m" onFiles={onFiles} />
    </QueryClientProvider>,
  );
  const last = () => host.calls.findLast(({ name }) => name === "import_preview")?.request as ImportChoices;
  const sheet = () => last().sheets?.find((it) => it.sheet === "DIDs");
  const asked = (command: string) => host.calls.filter(({ name }) => name === command).length;
  return { last, sheet, asked, commits, send: host.send, onFiles, user: userEvent.setup() };
}

const step = (label: string) => screen.findByRole("button", { name: new RegExp(`^\\d. ${label}$`) });

describe("the sheets", () => {
  it("are listed with what they are; hidden ones only when asked for", async () => {
    const { user, last } = open();
    expect(await screen.findByLabelText("Import DIDs")).toBeChecked();
    expect(screen.queryByLabelText("Import Hidden")).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Show 1 hidden sheet" }));
    await user.click(screen.getByLabelText("Import Hidden"));
    await waitFor(() => expect(last().sheets?.map(({ include }) => include)).toEqual([true, true, true]));
  });
  it("take another header by a click on its row", async () => {
    const { user, sheet } = open();
    await user.click(await screen.findByText("Numbers of Example Corp"));
    await waitFor(() => expect(sheet()).toMatchObject({ headerRow: 1, columns: null }));
    await user.click(screen.getByLabelText(words.imports.noHeader));
    await waitFor(() => expect(sheet()).toMatchObject({ headerRow: 0 }));
  });
  it("offer what stands above the table for all rows, to be corrected", async () => {
    const { user, sheet } = open();
    const btn = await screen.findByLabelText("Value for BTN");
    await user.clear(btn);
    await user.type(btn, "2145550111");
    await user.tab();
    const corrected = [{ field: "btn", value: "2145550111", sourceRow: null }];
    await waitFor(() => expect(sheet()?.defaults).toEqual(corrected));
  });
  it("go on without the files that cannot be imported", async () => {
    const error = refusal("'letter.docx' is a Word document.", { hints: ["Save it as .xlsx."] });
    const { onFiles, user } = open({ ...openedOf("DIDs"), refused: [{ file: "file-9", error }] });
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("'letter.docx' is a Word document. Save it as .xlsx.");
    await user.click(within(alert).getByRole("button", { name: words.common.close }));
    expect(onFiles).toHaveBeenCalledWith([{ id: "file-1", name: "inventory.xlsx" }]);
  });
  it("lead to the site of a discovery workbook, which is not imported", async () => {
    const error = refusal("'clinic.xlsx' is the discovery workbook of 'Clinic'.", { hints: [] });
    const refused = [{ file: "file-1", error }];
    const discoveryWorkbooks = [{ file: "file-1", siteId: "site-1" }];
    const { onFiles, user } = open({ files: [], refused, discoveryWorkbooks });
    expect(await screen.findByRole("alert")).toHaveTextContent(error.message);
    expect(screen.getByRole("link", { name: words.imports.readAtSite })).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: words.common.continue })).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: words.imports.otherFile }));
    expect(onFiles).toHaveBeenCalledWith([]);
  });
});

describe("the columns", () => {
  it("say what they become, why, and which are never read", async () => {
    const { user } = open();
    await user.click(await step("Columns"));
    const select = screen.getByLabelText("Becomes TN / Range");
    expect(select).toHaveValue("e164");
    expect(select).toHaveAccessibleDescription("The header is known for this.");
    expect(screen.getByText(words.imports.secretColumn)).toBeInTheDocument();
    expect(screen.queryByLabelText("Becomes PIN")).not.toBeInTheDocument();
  });
  it("show a choice at once, and keep two that follow each other", async () => {
    const { user, sheet } = open();
    await user.click(await step("Columns"));
    await user.selectOptions(screen.getByLabelText("Becomes Remark"), words.imports.keepInNotes);
    await user.selectOptions(screen.getByLabelText("Becomes Carrier"), words.imports.ignore);
    expect(screen.getByLabelText("Becomes Carrier")).toHaveValue("");
    await waitFor(() =>
      expect(sheet()?.columns?.map(({ field, keepInNotes }) => [field, keepInNotes])).toEqual([
        ["e164", false],
        [null, false],
        [null, false],
        [null, true],
      ]),
    );
  });
  it("are found among many", async () => {
    const { user } = open();
    await user.click(await step("Columns"));
    await user.type(screen.getByLabelText(words.imports.filter), "carr");
    expect(screen.getAllByLabelText(/^Becomes /)).toHaveLength(1);
    await user.clear(screen.getByLabelText(words.imports.filter));
    await user.click(screen.getByRole("button", { name: /^Only unmapped/ }));
    expect(screen.getByLabelText("Becomes Remark")).toBeInTheDocument();
    expect(screen.queryByLabelText("Becomes Carrier")).not.toBeInTheDocument();
  });
  it("ask whether the month or the day comes first, with the file's own date", async () => {
    const { user, sheet } = open();
    await user.click(await step("Columns"));
    await user.click(screen.getByLabelText("Day first: 03/04/2026 is Apr 3, 2026"));
    await waitFor(() => expect(sheet()?.dateOrder).toBe("day_first"));
  });
});

it("maps a value once for all its rows", async () => {
  const { user, sheet } = open();
  await user.click(await step("Values"));
  await user.selectOptions(await screen.findByLabelText("Means: VZ"), await screen.findByText("Verizon"));
  await waitFor(() => expect(sheet()?.valueMap?.[0]?.values[0]?.code).toBe("verizon"));
});

describe("the review", () => {
  it("counts outcomes and problems, fixes all of one and undoes that", async () => {
    const { user, last } = open();
    await user.click(await step("Review"));
    const facets = screen.getByRole("group", { name: words.imports.facets });
    expect(within(facets).getByText("Rejected").closest("button")).toHaveTextContent("Rejected1");
    await user.click(screen.getByRole("button", { name: /^Invalid number/ }));
    await user.click(screen.getByRole("button", { name: "Fix all 1" }));
    await waitFor(() => expect(last().edits).toHaveLength(1));
    await user.click(screen.getByRole("button", { name: words.imports.undoEdit }));
    await waitFor(() => expect(last().edits).toHaveLength(0));
    expect(screen.getByRole("button", { name: "Import 2 rows" })).toBeInTheDocument();
  });
  it("follows no change while it is being committed, and all of them once that has failed", async () => {
    const { user, asked, commits, send } = open();
    const change = () => send({ kind: "changed", tags: ["numbers"] });
    await user.click(await step("Review"));
    await waitFor(() => expect(asked("import_rows")).toBe(1));
    const before = asked("import_preview");
    await user.click(screen.getByRole("button", { name: "Import 2 rows" }));
    expect(await screen.findByText(words.imports.committing)).toBeInTheDocument();
    change();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([asked("import_preview"), asked("import_rows")]).toEqual([before, 1]);
    commits[0]?.(refusal("You stopped it.", { code: "cancelled" }));
    await waitFor(() => expect([asked("import_preview"), asked("import_rows")]).toEqual([before + 1, 2]));
  });
  it("leads to the sheet that waits for a decision in place of importing", async () => {
    const problem = refusal("Neither a UPN nor a number column was found.");
    const { user } = open(openedOf("DIDs"), previewOf([{ ...DIDS, problem }]));
    await user.click(await step("Review"));
    await user.click(screen.getByRole("button", { name: words.imports.goThere }));
    expect(screen.getByRole("heading", { name: words.imports.stepColumns })).toHaveFocus();
    expect(screen.getByRole("alert")).toHaveTextContent("Neither a UPN nor a number column was found.");
  });
});

it("moves between the steps by keyboard alone", async () => {
  const { user } = open();
  (await step("Sheets")).focus();
  await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
  expect(screen.getByRole("heading", { name: words.imports.stepColumns })).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(screen.getByRole("heading", { name: words.imports.stepValues })).toHaveFocus();
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(screen.getByRole("heading", { name: words.imports.stepReview })).toHaveFocus();
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(screen.getByRole("button", { name: "Import 2 rows" })).toHaveFocus();
  await user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  expect(screen.getByRole("heading", { name: words.imports.stepValues })).toHaveFocus();
});
