import { render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { Activity } from "@/bindings/Activity";
import { ActivityList } from "./ActivityList";

it("tells everything that was missing where a gate was overridden", () => {
  const complaints = vi.spyOn(console, "error").mockImplementation(() => {});
  const missing = ["The main number is not known.", "No special line is written down."];
  const changes = missing.map((text) => ({
    field: "discoveryGateOverridden",
    old_value: null,
    new_value: text,
  }));
  const entry = {
    ...{ id: "a1", at: "2026-11-30T15:00:00.000Z", actorName: "Test Person", action: "updated" },
    ...{ entityType: "migration", entityName: "Teams Phone", changes },
  };
  render(<ActivityList entries={[entry as unknown as Activity]} />);
  for (const text of missing) expect(screen.getByText(text)).toBeVisible();
  expect(complaints).not.toHaveBeenCalled();
  complaints.mockRestore();
});
