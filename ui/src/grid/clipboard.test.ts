import { describe, expect, it } from "vitest";
import { parseTsv, toHtml, toTsv } from "./clipboard";

describe("parseTsv", () => {
  it.each([
    ["one cell", "a", [["a"]]],
    ["an empty clipboard", "", [[""]]],
    [
      "a block with Windows line ends",
      "a\tb\r\nc\td\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a block with Unix line ends",
      "a\tb\nc\td",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["a quoted line break", '"a\nb"\tc', [["a\nb", "c"]]],
    ["doubled quotes", '"say ""hi"""', [['say "hi"']]],
    ["a quote inside a word", '5" pipe\tx', [['5" pipe', "x"]]],
    ["a quote that ends too early", '"a" b\tc', [['"a" b', "c"]]],
    ["a quote that never ends", '"abc', [['"abc']]],
    ["empty cells at both ends", "\ta\t", [["", "a", ""]]],
    ["an empty row in the middle", "a\n\nb", [["a"], [""], ["b"]]],
  ])("reads %s", (_name, text, expected) => {
    expect(parseTsv(text)).toEqual(expected);
  });
});

describe("toTsv", () => {
  it.each([
    [
      [
        ["+12145550100", "a\tb"],
        ['x"y', "line\nbreak"],
      ],
    ],
    [
      [
        ["", ""],
        ["only", "two"],
      ],
    ],
    [[["Zoë", "a\r\nb".replaceAll("\r", "")]]],
  ])("is read back as it was (%#)", (matrix) => {
    expect(parseTsv(toTsv(matrix))).toEqual(matrix);
  });
});

describe("toHtml", () => {
  it("keeps numbers text in Excel and markup inert", () => {
    const html = toHtml([["+12145550100", "<b>&</b>"]]);
    expect(html).toContain("mso-number-format:'\\@'");
    expect(html).toContain("+12145550100");
    expect(html).toContain("&lt;b&gt;&amp;&lt;/b&gt;");
    expect(html).not.toContain("<b>");
  });
});
