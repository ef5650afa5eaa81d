import { describe, expect, it } from "vitest";
import { endsNextDay, readHours, writeHours } from "./text";

function read(text: string): string {
  const found = readHours(text);
  if ("problem" in found) return `? ${found.problem.part}`;
  return found.ranges.map(({ open, close }) => `${open}-${close}`).join(" ");
}

describe("hours as they are typed", () => {
  it.each([
    ["8-12, 1-5p", "08:00-12:00 13:00-17:00"],
    ["8-12, 1-5", "08:00-12:00 13:00-17:00"],
    ["8-5", "08:00-17:00"],
    ["8-5p", "08:00-17:00"],
    ["8a-5p", "08:00-17:00"],
    ["8 AM - 5 PM", "08:00-17:00"],
    ["8:30-12:15; 13-17", "08:30-12:15 13:00-17:00"],
    ["830-1215 and 1300-1700", "08:30-12:15 13:00-17:00"],
    ["9 to 9", "09:00-21:00"],
    ["1-5p", "13:00-17:00"],
    ["11-1p", "11:00-13:00"],
    ["11:00-10:00", "11:00-22:00"],
    ["12-8", "12:00-20:00"],
    ["8-12p", "08:00-12:00"],
    ["8-12, 11-5p", "08:00-12:00 11:00-17:00"],
    ["8-12, 11-5", "08:00-12:00 11:00-17:00"],
    ["7-9a, 6-9p", "07:00-09:00 18:00-21:00"],
    ["11-2, 5-1", "11:00-14:00 17:00-01:00"],
    ["noon-midnight", "12:00-24:00"],
    ["8 until noon, 1 until 5:30", "08:00-12:00 13:00-17:30"],
    ["08:00-17:00", "08:00-17:00"],
    ["9-17", "09:00-17:00"],
    ["08:00-12:00, 13:00-24:00", "08:00-12:00 13:00-24:00"],
    ["7a.m.–3p.m.", "07:00-15:00"],
  ])("reads %s", (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ["22-6", "22:00-06:00"],
    ["10p-6", "22:00-06:00"],
    ["10p-6a", "22:00-06:00"],
    ["18:00-02:30", "18:00-02:30"],
    ["5p-12a", "17:00-24:00"],
  ])("reads %s over midnight or up to it", (text, expected) => expect(read(text)).toBe(expected));

  it.each(["24 hours", "24h", "24", "24/7", "all day"])("reads %s as the whole day", (text) =>
    expect(read(text)).toBe("00:00-24:00"),
  );

  it.each(["", "  ", "closed", "Closed", "-"])("reads '%s' as closed", (text) => expect(read(text)).toBe(""));

  it.each([
    ["8", "? 8"],
    ["8-", "? 8-"],
    ["8-12, lunch", "? lunch"],
    ["25-26", "? 25-26"],
    ["8-12:75", "? 8-12:75"],
    ["13p-5p", "? 13p-5p"],
    ["by appointment", "? by appointment"],
  ])("does not guess what %s means", (text, expected) => expect(read(text)).toBe(expected));

  it("reads back what it writes, for every range of quarters of an hour", () => {
    const quarters = Array.from({ length: 97 }, (_, index) => index * 15);
    const clock = (minutes: number) =>
      `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    const lost: string[] = [];
    for (const open of quarters.slice(0, 96)) {
      for (const close of quarters.slice(1)) {
        if (open === close) continue;
        const range = { open: clock(open), close: clock(close) };
        const text = writeHours([range]);
        if (read(text) !== `${range.open}-${range.close}`) lost.push(`${text}: ${read(text)}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it("writes a day with a lunch break, the whole day, and none", () => {
    const day = [
      { open: "08:00", close: "12:00" },
      { open: "13:30", close: "17:00" },
    ];
    expect(writeHours(day)).toBe("8 AM-12 PM, 1:30 PM-5 PM");
    expect(writeHours([{ open: "00:00", close: "24:00" }])).toBe("24 hours");
    expect(writeHours([])).toBe("");
  });

  it("says which ranges end on the next day", () => {
    expect(endsNextDay({ open: "22:00", close: "06:00" })).toBe(true);
    expect(endsNextDay({ open: "13:00", close: "24:00" })).toBe(false);
  });
});
