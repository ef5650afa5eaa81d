import { describe, expect, it } from "vitest";
import { refusal } from "@/test/fakeHost";
import { RecordSaver, type Stored } from "./record";

interface Line {
  number: string | null;
  owner: string | null;
}

const GONE = refusal("It was removed.");

/** A row on a server that refuses what is not upon its newest revision. */
class Server {
  row: Stored<Line> | null = { values: { number: null, owner: null }, revision: 1 };
  sent: { values: Line; revision: number | null }[] = [];
  readonly refuses = new Set<string>();

  readonly saver = new RecordSaver<Line>(
    {
      stored: { values: { number: null, owner: null }, revision: 1 },
      send: async (values, revision) => {
        this.sent.push({ values, revision });
        if (values.number !== null && this.refuses.has(values.number)) {
          throw refusal(`${values.number} is no number.`, { code: "invalid_input", field: "number" });
        }
        if (!this.row || this.row.revision !== revision) throw refusal("Changed.", { code: "conflict" });
        this.row = { values, revision: (revision ?? 0) + 1 };
        return this.row;
      },
      readAgain: async () => this.row,
    },
    GONE,
  );

  /** What somebody else does meanwhile. */
  change(changes: Partial<Line>) {
    if (this.row)
      this.row = { values: { ...this.row.values, ...changes }, revision: (this.row.revision ?? 0) + 1 };
  }
}

describe("saving field by field", () => {
  it("takes turns, so that two fields left one after the other do not conflict", async () => {
    const server = new Server();
    const both = await Promise.all([
      server.saver.save({ number: "214" }, { number: null }),
      server.saver.save({ owner: "Jo" }, { owner: null }),
    ]);
    expect(both).toEqual([{ kind: "saved" }, { kind: "saved" }]);
    expect(server.row).toEqual({ values: { number: "214", owner: "Jo" }, revision: 3 });
  });

  it("goes on typing in a field that is being saved", async () => {
    const server = new Server();
    await Promise.all([
      server.saver.save({ owner: "J" }, { owner: null }),
      server.saver.save({ owner: "Jo" }, { owner: null }),
    ]);
    expect(server.row?.values.owner).toBe("Jo");
  });

  it("sends nothing when the value is stored already", async () => {
    const server = new Server();
    expect(await server.saver.save({ owner: null }, { owner: null })).toEqual({ kind: "saved" });
    expect(server.sent).toEqual([]);
  });
});

describe("when somebody else was quicker", () => {
  it("keeps their other field and stores ours", async () => {
    const server = new Server();
    server.change({ number: "972" });
    expect(await server.saver.save({ owner: "Jo" }, { owner: null })).toEqual({ kind: "saved" });
    expect(server.row?.values).toEqual({ number: "972", owner: "Jo" });
  });

  it("tells both values of the same field and stores neither over the other", async () => {
    const server = new Server();
    server.change({ owner: "Ann" });
    const outcome = await server.saver.save({ owner: "Jo" }, { owner: null });
    expect(outcome).toEqual({ kind: "conflict", theirs: { number: null, owner: "Ann" } });
    expect(server.row?.values.owner).toBe("Ann");
    expect(await server.saver.save({ owner: "Jo" }, { owner: "Ann" })).toEqual({ kind: "saved" });
    expect(server.row?.values.owner).toBe("Jo");
  });

  it("sees the conflict also when the newer row was read while typing", async () => {
    const server = new Server();
    server.change({ owner: "Ann" });
    const source = { stored: server.row as Stored<Line>, send: async () => server.row as Stored<Line> };
    server.saver.heard({ ...source, readAgain: async () => server.row });
    expect(await server.saver.save({ owner: "Jo" }, { owner: null })).toHaveProperty("kind", "conflict");
  });

  it("is at peace where both say the same", async () => {
    const server = new Server();
    server.change({ owner: "Jo" });
    expect(await server.saver.save({ owner: "Jo" }, { owner: null })).toEqual({ kind: "saved" });
  });

  it("says that the row is gone", async () => {
    const server = new Server();
    server.row = null;
    expect(await server.saver.save({ owner: "Jo" }, { owner: null })).toEqual({
      kind: "refused",
      error: GONE,
    });
  });
});

it("keeps nothing of a refused value, and stores the next field", async () => {
  const server = new Server();
  server.refuses.add("12");
  expect(await server.saver.save({ number: "12" }, { number: null })).toHaveProperty("kind", "refused");
  expect(await server.saver.save({ owner: "Jo" }, { owner: null })).toEqual({ kind: "saved" });
  expect(server.row?.values).toEqual({ number: null, owner: "Jo" });
});

it("does not take an older answer for news", () => {
  const server = new Server();
  const { saver } = server;
  const source = (revision: number, owner: string) => ({
    stored: { values: { number: null, owner }, revision },
    send: async () => GONE as never,
    readAgain: async () => null,
  });
  saver.heard(source(5, "new"));
  saver.heard(source(4, "old"));
  expect(saver.newest().values.owner).toBe("new");
});
