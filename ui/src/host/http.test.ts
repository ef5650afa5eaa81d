import { afterEach, describe, expect, it, vi } from "vitest";
import { httpHost } from "./http";

afterEach(() => vi.unstubAllGlobals());

function answering(status: number, body: string) {
  const fetched = vi.fn(async (_url: string, _init: RequestInit) => new Response(body, { status }));
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

describe("httpHost", () => {
  it("posts the request with the token and reads the answer", async () => {
    const fetched = answering(200, '{"total":1}');
    expect(await httpHost("http://h", "secret").call("number_page", { offset: 0 })).toEqual({ total: 1 });
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url).toBe("http://h/call/number_page");
    expect(init?.headers).toMatchObject({ "x-portflow-token": "secret" });
    expect(init?.body).toBe('{"offset":0}');
  });
  it("rejects with the ApiError of the body", async () => {
    const error = { code: "refused", message: "Not now.", field: null, hints: ["Later."] };
    answering(409, JSON.stringify(error));
    await expect(httpHost("", "").call("x", {})).rejects.toEqual(error);
  });
  it("rejects with an ApiError even when the body is none", async () => {
    answering(502, "<html>");
    await expect(httpHost("", "").call("x", {})).rejects.toMatchObject({ code: "internal" });
  });
  it("answers nothing when a dialog was closed without a choice", async () => {
    answering(200, "[]");
    expect(await httpHost("", "").pickSeveral("import")).toEqual([]);
    answering(200, "[]");
    expect(await httpHost("", "").pickOpen("document")).toBeNull();
    answering(200, "null");
    expect(await httpHost("", "").pickSave("workbook", "rejected.xlsx")).toBeNull();
  });
});
