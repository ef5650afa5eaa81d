import { describe, expect, it } from "vitest";
import { titleOf } from "./title";

function title(entityType: string, action: string, field = "notes", new_value: unknown = "x") {
  return titleOf({ entityType, action, changes: [{ field, old_value: null, new_value }] });
}

describe("titleOf", () => {
  it("names what was done to a record", () => {
    expect(title("generated_script", "generated")).toBe("Script generated");
    expect(title("import_batch", "imported")).toBe("Spreadsheet imported");
    expect(title("end_user", "updated")).toBe("Person changed");
  });
  it("tells a step by where it led", () => {
    expect(title("port_order", "status_changed", "status", "submitted")).toBe("Port order submitted");
    expect(title("migration", "status_changed", "status", "on_hold")).toBe("Migration moved to On hold");
    expect(title("phone_number", "status_changed", "portingStatus", "loa_rejected")).toBe(
      "Phone number moved to LOA rejected",
    );
  });
  it("tells giving a number from taking it back", () => {
    expect(title("phone_number", "assigned", "holder", "alex@example.com")).toBe("Phone number assigned");
    expect(title("phone_number", "assigned", "holder", null)).toBe("Phone number taken back");
  });
  it("names a step whose end it does not know, and an act it has no sentence for", () => {
    expect(title("port_order", "status_changed")).toBe("Port order status changed");
    expect(title("port_order", "status_changed", "status", "teleported")).toBe("Port order status changed");
    expect(title("voice_app", "loa_renewed")).toBe("Voice app: LOA renewed");
  });
});
