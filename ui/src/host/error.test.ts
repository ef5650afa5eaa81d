import { describe, expect, it } from "vitest";
import { isApiError, toApiError } from "./error";

describe("toApiError", () => {
  it("passes an ApiError on as it is", () => {
    const error = { code: "conflict", message: "Somebody was faster.", field: "name", hints: ["Reload."] };
    expect(toApiError(error)).toBe(error);
  });
  it.each([
    ["an exception", new Error("socket closed"), "PortFlow did not answer: socket closed"],
    ["a text", "window is gone", "PortFlow did not answer: window is gone"],
    ["nothing", undefined, "PortFlow did not answer."],
    ["half an error", { message: "x" }, "PortFlow did not answer."],
  ])("wraps %s with what to do", (_name, cause, message) => {
    const error = toApiError(cause);
    expect(error.code).toBe("internal");
    expect(error.message).toBe(message);
    expect(error.hints.length).toBeGreaterThan(0);
    expect(isApiError(error)).toBe(true);
  });
});
