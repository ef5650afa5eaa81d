import { expect, test } from "vitest";
import { moved, replaced, without } from "./lists";

test("a part moves as far as there is room and none is lost", () => {
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], 2, -2)).toEqual(["c", "a", "b"]);
  expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
  expect(moved(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
  expect(moved(["a"], 4, 1)).toEqual(["a"]);
});

test("a part is replaced or removed by its place", () => {
  expect(replaced(["a", "b"], 1, "x")).toEqual(["a", "x"]);
  expect(without(["a", "b", "a"], 2)).toEqual(["a", "b"]);
});
