import { afterEach, expect, it, vi } from "vitest";
import { keepSetting, restoreKept } from "./kept";
import { readSetting } from "./settings";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  window.localStorage.clear();
});

it("is a setting at once, and holds nobody up where there is no database", async () => {
  const kept = keepSetting("row", "Nurse station");
  expect(readSetting("row")).toBe("Nurse station");
  await kept;
  await restoreKept();
  expect(readSetting("row")).toBe("Nurse station");
});

it("does not wait for ever for a database that does not answer", async () => {
  vi.useFakeTimers();
  const open = vi.fn(() => ({}));
  vi.stubGlobal("indexedDB", { open });
  const done = vi.fn();
  const kept = keepSetting("row", "Nurse station").then(done);
  await vi.advanceTimersByTimeAsync(100);
  expect(open).toHaveBeenCalled();
  expect(done).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(5000);
  await kept;
  expect(done).toHaveBeenCalled();
});
