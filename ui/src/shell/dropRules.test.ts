import { describe, expect, it } from "vitest";
import { isMail, isSpreadsheet, ruleOf } from "./dropRules";

const file = (name: string) => ({ id: name, name, size: 1 });
const SITE = { siteId: "site-1", section: "circuits" };

describe("ruleOf", () => {
  it("imports what is dropped anywhere but on a site", () => {
    const files = [file("numbers.xlsx"), file("photo.jpg")];
    expect(ruleOf(files, {})).toEqual({ to: "import", files });
  });
  it("keeps photos and documents with the site and the section on screen", () => {
    const files = [file("rack.jpg"), file("plan.pdf")];
    expect(ruleOf(files, SITE)).toEqual({ to: "site", siteId: "site-1", section: "circuits", files });
    expect(ruleOf(files, { siteId: "site-1", section: "files" })).toMatchObject({ section: null });
  });
  it("asks when a spreadsheet is dropped on a site", () => {
    expect(ruleOf([file("rack.jpg"), file("Survey.XLSX")], SITE).to).toBe("ask");
  });
  it("opens a workspace wherever it is dropped", () => {
    const workspace = file("Dallas.portflow");
    expect(ruleOf([file("rack.jpg"), workspace], SITE)).toEqual({ to: "workspace", file: workspace });
  });
  it("does nothing with nothing", () => {
    expect(ruleOf([], SITE)).toEqual({ to: "nowhere" });
  });
});

describe("isSpreadsheet", () => {
  it.each([
    ["list.csv", true],
    ["List.XLS", true],
    ["notes.txt", false],
    ["csv", false],
  ])("%s: %s", (name, expected) => expect(isSpreadsheet({ name })).toBe(expected));
});

describe("what a carrier says", () => {
  it("is read as such beside a status sheet, and a mail file everywhere", () => {
    const sheet = file("status.csv");
    expect(ruleOf([sheet], { onStatusSheet: true })).toEqual({ to: "status", file: sheet });
    const mail = file("Answer.EML");
    expect(ruleOf([mail], {})).toEqual({ to: "status", file: mail });
    expect(ruleOf([mail], SITE).to).toBe("site");
    expect([mail, file("note.txt"), sheet].map(isMail)).toEqual([true, true, false]);
  });
});
