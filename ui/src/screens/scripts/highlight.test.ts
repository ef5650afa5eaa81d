import { describe, expect, it } from "vitest";
import { highlight } from "./highlight";

const kinds = (script: string) =>
  highlight(script)
    .filter(({ text }) => text.trim() !== "")
    .map(({ kind, text }) => `${kind}:${text.trim()}`);

describe("highlight", () => {
  it("names the parts of a command", () => {
    expect(kinds("Set-CsPhoneNumberAssignment -Identity $user -PhoneNumber '+12145550100'")).toEqual([
      "cmdlet:Set-CsPhoneNumberAssignment",
      "parameter:-Identity",
      "variable:$user",
      "parameter:-PhoneNumber",
      "string:'+12145550100'",
    ]);
  });
  it("keeps doubled quotes inside one string", () => {
    expect(kinds("'O''Brien'")).toEqual(["string:'O''Brien'"]);
  });
  it("takes nothing inside a comment or a string for code", () => {
    expect(kinds("# Set-CsUser 'x'\n\"# no comment\"")).toEqual([
      "comment:# Set-CsUser 'x'",
      'string:"# no comment"',
    ]);
  });
  it.each(["'open", "<# open", '"a`"b', "a - b", "é'’'"])("loses no text of %s", (script) => {
    expect(
      highlight(script)
        .map(({ text }) => text)
        .join(""),
    ).toBe(script);
  });
});
