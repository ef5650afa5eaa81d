import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { newQueryClient } from "@/queries/client";
import { fakeHost } from "@/test/fakeHost";
import { NewWorkspaceForm } from "./NewWorkspaceForm";

function open() {
  const host = fakeHost({ workspace_create: {} });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <NewWorkspaceForm />
    </QueryClientProvider>,
  );
  return { host, user: userEvent.setup() };
}

describe("the first start", () => {
  it("creates the workspace that was asked for", async () => {
    const { host, user } = open();
    await user.type(screen.getByLabelText("Your name"), "Test Person");
    await user.type(screen.getByLabelText("Your e-mail address"), "test@example.com");
    await user.click(screen.getByRole("radio", { name: /empty/ }));
    await user.click(screen.getByRole("button", { name: "Create workspace" }));
    await waitFor(() => expect(host.calls).toHaveLength(1));
    expect(host.calls[0]).toEqual({
      name: "workspace_create",
      request: { displayName: "Test Person", email: "test@example.com", startWith: "empty", fileId: null },
    });
  });
  it("asks for a name before it asks PortFlow", async () => {
    const { host, user } = open();
    await user.click(screen.getByRole("button", { name: "Create workspace" }));
    expect(await screen.findAllByText("Please fill this in.")).toHaveLength(2);
    expect(host.calls).toEqual([]);
  });
});
