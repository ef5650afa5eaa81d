import { expect, test } from "vitest";
import { addDays, addMonths, monthTitle, weeksOf } from "./calendar";

test("days pass months, years and changes of the clocks", () => {
  expect(addDays("2027-03-13", 2)).toBe("2027-03-15");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
});

test("months keep the day or take their last one", () => {
  expect(addMonths("2027-01-31", 1)).toBe("2027-02-28");
  expect(addMonths("2027-01-15", -1)).toBe("2026-12-15");
  expect(addMonths("2027-11-30", 3)).toBe("2028-02-29");
});

test("a month lies in whole weeks that begin on Mondays", () => {
  const weeks = weeksOf("2027-02");
  expect(weeks).toHaveLength(4);
  expect(weeks[0]?.[0]).toBe("2027-02-01");
  expect(weeks.at(-1)?.[6]).toBe("2027-02-28");
  expect(weeksOf("2026-11")[0]?.[0]).toBe("2026-10-26");
  expect(monthTitle("2027-02-09")).toBe("February 2027");
});
