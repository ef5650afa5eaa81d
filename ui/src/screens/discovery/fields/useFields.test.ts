import { act, renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { toApiError } from "@/host/error";
import { refusal } from "@/test/fakeHost";
import type { Column } from "./cells";
import { useFields } from "./useFields";

interface Segment {
  kind: string;
  identifier: string;
  cost: number | null;
}

const KIND: Column<Segment> = { field: "kind", label: "Kind", editor: { kind: "text" }, required: true };
const IDENTIFIER: Column<Segment> = { ...KIND, field: "identifier", label: "Identifier" };
const COST: Column<Segment> = { field: "cost", label: "Cost", editor: { kind: "money" } };

/** A switch needs a chassis id, a subnet a range of addresses. */
function fits({ kind, identifier }: Segment): boolean {
  return (kind === "subnet") === identifier.includes("/");
}

function segment() {
  const row = { values: { kind: "subnet", identifier: "10.0.0.0/8", cost: null } as Segment, revision: 1 };
  const sent: Segment[] = [];
  const source = {
    stored: row,
    send: async (values: Segment, revision: number | null) => {
      sent.push(values);
      if (!fits(values)) throw toApiError(refusal("That does not fit.", { hints: ["Change both."] }));
      return { values, revision: (revision ?? 0) + 1 };
    },
    readAgain: async () => row,
  };
  const { result, unmount } = renderHook(() => useFields(source, [KIND, IDENTIFIER, COST]));
  const enter = async (column: Column<Segment>, text: string) => {
    act(() => result.current.type(column, text));
    await act(async () => result.current.leave(column));
  };
  return { result, sent, enter, unmount };
}

describe("useFields", () => {
  it("saves a field when it is left, and shows what is stored", async () => {
    const { result, sent, enter } = segment();
    await enter(COST, "$1,250");
    expect(sent).toEqual([{ kind: "subnet", identifier: "10.0.0.0/8", cost: 125000 }]);
    expect(result.current.drafts).toEqual({});
    expect(result.current.textOf(COST)).toBe("1,250.00");
  });

  it("keeps a text that cannot be read in its field, and asks nobody", async () => {
    const { result, sent, enter } = segment();
    await enter(COST, "much");
    expect(result.current.textOf(COST)).toBe("much");
    expect(result.current.drafts.cost?.news?.kind).toBe("refused");
    expect(sent).toEqual([]);
    act(() => result.current.restore(COST));
    expect(result.current.textOf(COST)).toBe("");
  });

  it("keeps a refused value with its reason, and stores it with the field it was waiting for", async () => {
    const { result, enter } = segment();
    await enter(KIND, "switch");
    expect(result.current.drafts.kind?.news).toEqual({
      kind: "refused",
      message: "That does not fit. Change both.",
      wasSent: true,
    });
    expect(result.current.textOf(KIND)).toBe("switch");
    await enter(IDENTIFIER, "00-11-22-33-44-55");
    expect(result.current.drafts).toEqual({});
    expect(result.current.values).toEqual({ kind: "switch", identifier: "00-11-22-33-44-55", cost: null });
  });

  it("stores another field although one was refused", async () => {
    const { result, enter } = segment();
    await enter(KIND, "switch");
    await enter(COST, "5");
    expect(result.current.values.cost).toBe(500);
    expect(result.current.textOf(KIND)).toBe("switch");
  });

  it("says of a date field that it holds half a date, which is not its value", async () => {
    const { result, sent, enter } = segment();
    await enter(COST, "5");
    act(() => result.current.type(COST, ""));
    await act(async () => result.current.leave(COST, "Enter a whole date."));
    expect(result.current.drafts.cost?.news).toMatchObject({ message: "Enter a whole date." });
    await enter(IDENTIFIER, "10.0.0.0/9");
    expect(sent.map(({ cost }) => cost)).toEqual([500, 500]);
  });

  it("saves what is being typed when its screen goes away", async () => {
    const { result, sent, unmount } = segment();
    act(() => result.current.type(COST, "7"));
    await act(async () => unmount());
    expect(sent.map(({ cost }) => cost)).toEqual([700]);
  });
});
