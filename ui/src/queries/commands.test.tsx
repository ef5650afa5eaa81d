import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { fakeHost } from "@/test/fakeHost";
import { newQueryClient } from "./client";
import { dependsOn, followChanges, useRead } from "./commands";

function Names() {
  const customers = useRead("customer_list", {});
  useRead("carrier_list", {});
  return <p>{customers.data?.map((customer) => customer.name).join()}</p>;
}

describe("dependsOn", () => {
  it("knows by tag what a change makes stale", () => {
    expect(dependsOn("number_page", ["numbers"])).toBe(true);
    expect(dependsOn("carrier_list", ["numbers"])).toBe(false);
    expect(dependsOn("no_such_command", ["numbers"])).toBe(false);
  });
});

describe("followChanges", () => {
  it("reads again exactly what a change has touched", async () => {
    let name = "Before";
    const host = fakeHost({
      customer_list: () => [{ name }],
      carrier_list: [],
    });
    const client = newQueryClient();
    const stop = followChanges(client);
    render(
      <QueryClientProvider client={client}>
        <Names />
      </QueryClientProvider>,
    );
    expect(await screen.findByText("Before")).toBeInTheDocument();
    name = "After";
    act(() => host.send({ kind: "changed", tags: ["customers", "activity"] }));
    expect(await screen.findByText("After")).toBeInTheDocument();
    expect(host.calls.filter((call) => call.name === "carrier_list")).toHaveLength(1);
    stop();
  });
  it("reads again what was asked for the first time before the change", async () => {
    const answers: ((customers: unknown) => void)[] = [];
    const host = fakeHost({
      customer_list: () => new Promise((resolve) => answers.push(resolve)),
      carrier_list: [],
    });
    const client = newQueryClient();
    const stop = followChanges(client);
    render(
      <QueryClientProvider client={client}>
        <Names />
      </QueryClientProvider>,
    );
    act(() => host.send({ kind: "changed", tags: ["customers"] }));
    act(() => answers[0]?.([{ name: "Before" }]));
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    act(() => answers[1]?.([{ name: "After" }]));
    expect(await screen.findByText("After")).toBeInTheDocument();
    stop();
  });
});
