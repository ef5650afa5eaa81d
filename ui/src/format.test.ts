import { describe, expect, it } from "vitest";
import {
  formatAgo,
  formatBytes,
  formatCents,
  formatDate,
  formatFoc,
  formatInstantIn,
  formatNumber,
  formatPercent,
} from "./format";

describe("format", () => {
  it.each([
    ["+12145550100", "+1 214-555-0100"],
    ["+442071838750", "+442071838750"],
    ["+1214555010", "+1214555010"],
  ])("shows %s as %s", (e164, shown) => expect(formatNumber(e164)).toBe(shown));

  it("shows cents to the cent", () => {
    expect(formatCents(41_250)).toBe("$412.50");
    expect(formatCents(123_456_705)).toBe("$1,234,567.05");
    expect(formatCents(-9_250)).toBe("-$92.50");
    expect(formatCents(-5)).toBe("-$0.05");
    expect(formatCents(0)).toBe("$0.00");
  });
  it("keeps a date the same in every time zone", () => {
    expect(formatDate("2027-02-09")).toBe("Feb 9, 2027");
    expect(formatDate(null)).toBe("");
  });
  it("names the zone of an instant", () => {
    expect(formatInstantIn("2027-02-09T16:00:00Z", "America/Chicago")).toBe("Feb 9, 2027, 10:00 AM CST");
  });
  it("shows a FOC as the carrier gave it", () => {
    expect(formatFoc("2027-02-09", "10:00:00", "America/New_York")).toBe(
      "Feb 9, 2027 10:00 America/New_York",
    );
    expect(formatFoc(null, null, null)).toBe("");
  });
  it("never rounds an unfinished job up to all of it", () => {
    expect(formatPercent(999, 1000)).toBe("99 %");
    expect(formatPercent(0, 0)).toBe("–");
  });
  it("tells how long ago", () => {
    const now = Date.parse("2026-11-20T12:00:00Z");
    expect(formatAgo("2026-11-20T11:58:30Z", now)).toBe("1 minute ago");
    expect(formatAgo("2026-11-19T11:00:00Z", now)).toBe("yesterday");
    expect(formatAgo("2026-11-20T12:00:00Z", now)).toBe("now");
  });
  it("shows sizes in readable units", () => {
    expect(formatBytes(0)).toBe("0 bytes");
    expect(formatBytes(1)).toBe("1 byte");
    expect(formatBytes(1_500_000)).toBe("1.5 MB");
  });
});
