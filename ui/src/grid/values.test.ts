import { describe, expect, it } from "vitest";
import { toWire } from "./values";

const select = { kind: "select" as const, choices: [{ value: "call_queue", label: "Call queue" }] };

describe("toWire", () => {
  it("clears a cell with blank text", () => {
    expect(toWire({ kind: "text" }, "  ")).toBeNull();
  });
  it("accepts a choice by label or code, whatever its case", () => {
    expect(toWire(select, "CALL QUEUE")).toBe("call_queue");
    expect(toWire(select, "call_queue")).toBe("call_queue");
  });
  it("passes on what is no choice, so that the refusal can name it", () => {
    expect(toWire(select, "elevator")).toBe("elevator");
  });
  it("keeps text as typed apart from the blanks around it", () => {
    expect(toWire({ kind: "text" }, " +1 214-555-0100 ")).toBe("+1 214-555-0100");
  });
});
