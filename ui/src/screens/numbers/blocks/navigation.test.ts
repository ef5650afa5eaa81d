import { describe, expect, it } from "vitest";
import type { NumberBlock } from "@/bindings/NumberBlock";
import { nextPart } from "./navigation";

const block = (...parts: [number, number][]): NumberBlock => ({
  prefix: "+121455501",
  owned: 0,
  parts: parts.map(([first, last], run) => ({ run, first, last })),
});
const BLOCKS = [block([0, 9], [20, 29], [90, 99]), block([5, 25]), block([40, 49], [60, 99])];

describe("keys on the block map", () => {
  const cases: [string, [number, number], [number, number]][] = [
    ["ArrowRight", [0, 0], [0, 1]],
    ["ArrowRight", [0, 2], [1, 0]],
    ["ArrowRight", [2, 1], [2, 1]],
    ["ArrowLeft", [1, 0], [0, 2]],
    ["ArrowLeft", [0, 0], [0, 0]],
    ["ArrowDown", [0, 1], [1, 0]],
    ["ArrowDown", [0, 2], [1, 0]],
    ["ArrowDown", [2, 0], [2, 0]],
    ["ArrowUp", [2, 1], [1, 0]],
    ["PageDown", [0, 0], [2, 0]],
    ["Home", [2, 1], [0, 0]],
    ["End", [0, 0], [2, 1]],
  ];
  it.each(cases)("%s from %j leads to %j", (key, [b, p], [block, part]) => {
    expect(nextPart(BLOCKS, { block: b, part: p }, key)).toEqual({ block, part });
  });
  it("leaves other keys alone", () => {
    expect(nextPart(BLOCKS, { block: 0, part: 0 }, "x")).toBeNull();
  });
});
