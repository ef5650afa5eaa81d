import { describe, expect, it } from "vitest";
import { type Editor, readText, sameValue, shownValue, textOf } from "./cells";

const money: Editor = { kind: "money" };
const date: Editor = { kind: "date" };
const ranges: Editor = { kind: "ranges" };
const number: Editor = { kind: "number" };

describe("dollars and cents", () => {
  it.each([
    ["780.12", 78012],
    ["$1,250", 125000],
    ["1,234,567.8", 123456780],
    ["0.05", 5],
    // 1.15 * 100 is 114.99999999999999 as a fraction.
    ["1.15", 115],
  ])("reads %s", (text, cents) => {
    expect(readText({ editor: money }, text)).toEqual({ value: cents });
  });
  it.each(["1.234", "12,34", "-5", "a lot", "1.250,00", "90071992547409.93"])(
    "does not guess at %s",
    (text) => {
      expect(readText({ editor: money }, text)).toHaveProperty("problem");
    },
  );
  it.each([
    [78012, "780.12"],
    [5, "0.05"],
    [123456780, "1,234,567.80"],
    [0, "0.00"],
  ])("writes %i", (cents, text) => {
    expect(textOf(money, cents)).toBe(text);
    expect(readText({ editor: money }, text)).toEqual({ value: cents });
  });
});

describe("whole numbers", () => {
  it("reads digits with and without separators", () => {
    expect(readText({ editor: number }, " 1,200 ")).toEqual({ value: 1200 });
    expect(readText({ editor: number }, "23")).toEqual({ value: 23 });
  });
  it.each(["2.5", "1,2", "two", "-1"])("refuses %s", (text) => {
    expect(readText({ editor: number }, text)).toHaveProperty("problem");
  });
  it("says that a required one is missing", () => {
    expect(readText({ editor: number, required: true }, "")).toHaveProperty("problem");
    expect(readText({ editor: number }, "")).toEqual({ value: null });
  });
});

describe("dates", () => {
  it("reads what a date field gives and what is typed in the United States", () => {
    expect(readText({ editor: date }, "2027-03-31")).toEqual({ value: "2027-03-31" });
    expect(readText({ editor: date }, "3/1/2027")).toEqual({ value: "2027-03-01" });
  });
  it.each(["2027-02-30", "31/3/2027", "March 2027", "27-3-1"])("refuses %s", (text) => {
    expect(readText({ editor: date }, text)).toHaveProperty("problem");
  });
});

describe("ranges of extensions", () => {
  it("reads several, and single ones", () => {
    const value = [
      { first: "2000", last: "2999" },
      { first: "0100", last: "0100" },
      { first: "35", last: "39" },
    ];
    expect(readText({ editor: ranges }, "2000-2999, 0100; 35 to 39")).toEqual({ value });
    expect(textOf(ranges, value)).toBe("2000-2999, 0100, 35-39");
  });
  it("leaves it to the rules whether a range makes sense", () => {
    expect(readText({ editor: ranges }, "30-2")).toEqual({ value: [{ first: "30", last: "2" }] });
    expect(readText({ editor: ranges }, "2xxx")).toHaveProperty("problem");
  });
});

describe("texts", () => {
  it("are nothing when they are empty, unless they must not be", () => {
    const editor: Editor = { kind: "text" };
    expect(readText({ editor }, "  ")).toEqual({ value: null });
    expect(readText({ editor, required: true }, "  ")).toEqual({ value: "" });
    expect(readText({ editor, isNeverNull: true }, "")).toEqual({ value: "" });
    expect(readText({ editor }, " Old Telco ")).toEqual({ value: "Old Telco" });
  });
  it("are quoted by the words of a list", () => {
    const editor: Editor = { kind: "choice", choices: [{ value: "pri", label: "PRI" }] };
    expect(shownValue(editor, "pri")).toBe("PRI");
    expect(shownValue({ kind: "check" }, false)).toBe("No");
  });
});

it("compares values, not objects", () => {
  expect(sameValue([{ first: "1", last: "2" }], [{ first: "1", last: "2" }])).toBe(true);
  expect(sameValue(undefined, null)).toBe(true);
  expect(sameValue("", null)).toBe(false);
});
