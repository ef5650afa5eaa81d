import { describe, expect, it } from "vitest";
import type { PortOrderRow } from "@/bindings/PortOrderRow";
import { addMonths, dayIn, dayOfKey, entriesByDay, noPortsByDay, weeksOf } from "./calendar";
import { choicesIn, filterOrders, parseOrderSearch } from "./orderFilter";

function order(pon: string, more: Partial<PortOrderRow> = {}): PortOrderRow {
  return {
    id: pon,
    pon,
    status: "scheduled",
    customerId: "c1",
    customerName: "Example Corp",
    carrierId: "k1",
    carrierName: "Verizon",
    desiredDate: null,
    focLocalDate: "2027-02-09",
    focAt: "2027-02-09T15:00:00.000Z",
    siteTimeZone: "America/Chicago",
    snapbackUntil: null,
    ...more,
  } as PortOrderRow;
}

describe("the month", () => {
  it("shows whole weeks from Sunday to Saturday", () => {
    const weeks = weeksOf("2027-02-09");
    expect(weeks).toHaveLength(5);
    expect(weeks[0]?.[0]).toBe("2027-01-31");
    expect(weeks.at(-1)?.[6]).toBe("2027-03-06");
    expect(weeksOf("2026-02-15")).toHaveLength(4);
  });
  it("keeps the day of another month or takes its last", () => {
    expect(addMonths("2027-01-31", 1)).toBe("2027-02-28");
    expect(addMonths("2027-03-15", -1)).toBe("2027-02-15");
    expect(addMonths("2027-01-10", -1)).toBe("2026-12-10");
  });
  it.each([
    ["ArrowLeft", "2027-02-08"],
    ["ArrowRight", "2027-02-10"],
    ["ArrowUp", "2027-02-02"],
    ["ArrowDown", "2027-02-16"],
    ["PageUp", "2027-01-09"],
    ["PageDown", "2027-03-09"],
    ["Home", "2027-02-07"],
    ["End", "2027-02-13"],
    ["a", null],
  ])("%s leads to %s", (key, day) => expect(dayOfKey(key, "2027-02-09")).toBe(day));
});

describe("the entries", () => {
  it("are committed dates, requested ones where there is none, and ends of snapbacks", () => {
    const days = entriesByDay([
      order("PF-2", { focAt: "2027-02-09T16:00:00.000Z" }),
      order("PF-1"),
      order("PF-3", { focLocalDate: null, focAt: null, desiredDate: "2027-02-09", status: "submitted" }),
      order("PF-4", {
        focLocalDate: "2027-02-08",
        status: "ported",
        snapbackUntil: "2027-02-10T05:00:00.000Z",
      }),
      order("PF-5", { status: "failed" }),
      order("PF-6", { focLocalDate: null, desiredDate: "2027-02-09", status: "cancelled" }),
    ]);
    const told = days.get("2027-02-09")?.map(({ kind, order: { pon } }) => `${kind} ${pon}`);
    expect(told).toEqual(["committed PF-1", "committed PF-2", "snapback PF-4", "requested PF-3"]);
    expect(days.get("2027-02-08")).toHaveLength(1);
  });
  it("fall on the day of the site", () => {
    expect(dayIn("2027-02-10T05:00:00.000Z", "America/Chicago")).toBe("2027-02-09");
    expect(dayIn("2027-02-10T05:00:00.000Z", "UTC")).toBe("2027-02-10");
  });
  it("say which of the shown carriers do not port", () => {
    const day = { date: "2027-02-12", reason: "weekday" } as const;
    const carriers = [
      { carrierId: "k1", carrierName: "Verizon", days: [day] },
      { carrierId: "k2", carrierName: "GTT", days: [day] },
    ];
    const found = noPortsByDay(carriers, new Set(["k1"]));
    expect(found.get("2027-02-12")).toEqual([{ carrier: "Verizon", reason: "weekday" }]);
  });
});

describe("the filters", () => {
  const orders = [
    order("PF-1"),
    order("PF-2", { customerId: "c2", customerName: "Another Corp", status: "rejected" }),
  ];
  it("leave what fits all of them", () => {
    expect(filterOrders(orders, {})).toBe(orders);
    expect(filterOrders(orders, { customer: "c2" }).map(({ pon }) => pon)).toEqual(["PF-2"]);
    expect(filterOrders(orders, { carrier: "k1", status: "scheduled" }).map(({ pon }) => pon)).toEqual([
      "PF-1",
    ]);
  });
  it("offer each customer once, by name", () => {
    const names = choicesIn([...orders, ...orders]).customers.map(({ label }) => label);
    expect(names).toEqual(["Another Corp", "Example Corp"]);
  });
  it("take from the address only what they know", () => {
    expect(parseOrderSearch({ view: "calendar", status: "nonsense", day: "tomorrow", customer: "" })).toEqual(
      {
        view: "calendar",
        customer: undefined,
        carrier: undefined,
        status: undefined,
        day: undefined,
      },
    );
  });
  it("keep ten thousand orders in hand", () => {
    const many = Array.from({ length: 10_000 }, (_, place) =>
      order(`PF-${place}`, { focLocalDate: `2027-02-${String((place % 28) + 1).padStart(2, "0")}` }),
    );
    const days = entriesByDay(many);
    expect(days.size).toBe(28);
    expect(days.get("2027-02-01")).toHaveLength(358);
  });
});
