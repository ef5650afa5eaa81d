import { describe, expect, it } from "vitest";
import { columnOf, openedOf, previewOf, sheetOf } from "@/test/imports";
import {
  asChosen,
  choose,
  type Draft,
  type DraftStep,
  FIRST_DRAFT,
  suggestedSheets,
  toChoices,
} from "./draft";

const place = { file: "file-1", sheet: "DIDs" };
const opened = openedOf("DIDs", "Users", "Hidden");
const columns = [columnOf(0, { field: "e164" })];
const steps = (...kinds: DraftStep[]) =>
  kinds.reduce<Draft>(
    (draft, step) => choose(draft, step, toChoices(draft, opened, "m").sheets ?? suggestedSheets(opened)),
    FIRST_DRAFT,
  );
const sheetOfDraft = (draft: Draft, name = "DIDs") => draft.sheets?.find(({ sheet }) => sheet === name);
const onSheet = (step: Extract<DraftStep, { kind: "sheet" }>["step"]): DraftStep => ({
  kind: "sheet",
  place,
  step,
});

describe("the draft of an import", () => {
  it("leaves everything to the suggestion until something is chosen", () => {
    expect(toChoices(FIRST_DRAFT, opened, "m")).toMatchObject({ files: ["file-1"], sheets: null, edits: [] });
  });
  it("includes what the preview has read when the first choice is made", () => {
    const sheets = suggestedSheets(opened, previewOf([sheetOf("Users", "end_users", [])]));
    expect(sheets.map(({ sheet, include }) => [sheet, include])).toEqual([
      ["DIDs", false],
      ["Users", true],
      ["Hidden", false],
    ]);
  });
  it("asks for new suggestions when the header row or the kind of rows changes", () => {
    const mapped = onSheet({ kind: "columns", columns, valueMap: [] });
    const header = sheetOfDraft(steps(mapped, onSheet({ kind: "header", headerRow: 4 })));
    expect(header).toMatchObject({ headerRow: 4, columns: null, valueMap: null });
    const target = sheetOfDraft(steps(mapped, onSheet({ kind: "target", target: "end_users" })));
    expect(target).toMatchObject({ target: "end_users", columns: null });
  });
  it("keeps a column that somebody has unmapped", () => {
    const unmapped = [columnOf(0, { field: null })];
    const draft = steps(
      onSheet({ kind: "columns", columns: unmapped, valueMap: [] }),
      onSheet({ kind: "dateOrder", dateOrder: "day_first" }),
    );
    expect(sheetOfDraft(draft)).toMatchObject({ columns: unmapped, dateOrder: "day_first" });
  });
  it("goes back to the suggestion in place of a profile", () => {
    const draft = steps(onSheet({ kind: "profile", profileId: "p" }));
    expect(sheetOfDraft(draft)).toMatchObject({ profileId: "p", withoutProfile: false });
    const without = choose(draft, onSheet({ kind: "profile", profileId: null }), draft.sheets ?? []);
    expect(sheetOfDraft(without)).toMatchObject({ profileId: null, withoutProfile: true, columns: null });
  });
  it("brings the sheets of a later file along and forgets those of a file left out", () => {
    const draft = steps(onSheet({ kind: "include", include: false }));
    const later = { ...opened, files: opened.files.map((file) => ({ ...file, file: "file-2" })) };
    const both = { ...opened, files: [...opened.files, ...later.files] };
    expect(toChoices(draft, both, "m").sheets).toHaveLength(6);
    expect(toChoices(draft, later, "m").sheets).toBeNull();
  });
  it("shows a choice before the preview has come back", () => {
    const draft = steps(
      onSheet({ kind: "columns", columns, valueMap: [] }),
      onSheet({ kind: "dateOrder", dateOrder: "day_first" }),
    );
    const shown = asChosen(previewOf([sheetOf("DIDs", "phone_numbers", [])]), toChoices(draft, opened, "m"));
    expect(shown.sheets[0]?.settings).toMatchObject({ columns, dateOrder: "day_first", headerRow: 5 });
  });
  it("settles conflicts one by one or all at once", () => {
    const take = (key: string, on: boolean): DraftStep => ({ kind: "takeFile", key, take: on });
    expect(steps(take("a", true), take("b", true), take("a", false)).plan.takeFile).toEqual(["b"]);
    const all = steps(take("a", true), { kind: "takeFileAlways", always: true });
    expect(all.plan).toEqual({ takeFile: [], takeFileAlways: true });
  });
});
