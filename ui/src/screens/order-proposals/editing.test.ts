import { describe, expect, it } from "vitest";
import type { ProposedPortOrder } from "@/bindings/ProposedPortOrder";
import { chosenFrom, dated, dropped, moved, placeOf } from "./editing";

const order = (...ids: string[]) => ({ phoneNumberIds: ids, desiredDate: "2027-02-09" });

describe("orders before they are made", () => {
  it("take every record of a number along", () => {
    const proposed = {
      desiredDate: null,
      numbers: [{ number: "+12146000100", phoneNumberIds: ["a", "a101"] }],
    } as ProposedPortOrder;
    expect(chosenFrom([proposed])).toEqual([{ phoneNumberIds: ["a", "a101"], desiredDate: null }]);
  });

  it("give numbers to another order, and go away with their last", () => {
    const orders = [order("a", "b"), order("c")];
    expect(moved(orders, 0, ["a"], { order: 1 })).toEqual([order("b"), order("c", "a")]);
    expect(moved(orders, 1, ["c"], { order: 0 })).toEqual([order("a", "b", "c")]);
    expect(orders).toEqual([order("a", "b"), order("c")]);
  });

  it("make room for a new order before the one it comes from", () => {
    expect(moved([order("a", "b")], 0, ["a"], "new")).toEqual([order("a"), order("b")]);
  });

  it("leave numbers and whole orders out", () => {
    expect(moved([order("a", "b")], 0, ["a"], "nowhere")).toEqual([order("b")]);
    expect(dropped([order("a"), order("b")], 0)).toEqual([order("b")]);
  });

  it("keep their numbers where the order they were meant for has gone", () => {
    expect(moved([order("a", "b")], 0, ["a"], { order: -1 })).toEqual([order("a", "b")]);
  });

  it("are found again by what they hold", () => {
    const shown = { numbers: [{ number: "+12146000100", phoneNumberIds: ["b"] }] } as ProposedPortOrder;
    expect(placeOf([order("a"), order("b", "c")], shown)).toBe(1);
    expect(placeOf([order("a")], shown)).toBe(-1);
  });

  it("are wanted on a day of their own", () => {
    expect(dated([order("a"), order("b")], 1, null)).toEqual([
      order("a"),
      { phoneNumberIds: ["b"], desiredDate: null },
    ]);
  });
});
