import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { expect, it } from "vitest";
import type { OrderDocumentLine } from "@/bindings/OrderDocumentLine";
import type { PortOrderDetail } from "@/bindings/PortOrderDetail";
import { host as currentHost, setHost } from "@/host";
import { newQueryClient } from "@/queries/client";
import { fakeHost } from "@/test/fakeHost";
import { words } from "@/words";
import { ExportOrders } from "./ExportOrders";
import { OrderDocumentDialog } from "./OrderDocumentDialog";
import { OrderDocuments } from "./OrderDocuments";

const said = words.orderDocuments;

const line = (values: Partial<OrderDocumentLine>): OrderDocumentLine => ({
  kind: "bill",
  state: null,
  isNeeded: false,
  requestedOn: null,
  receivedOn: null,
  settledOn: null,
  datedOn: null,
  ageDays: null,
  limitDays: 30,
  freshness: null,
  reason: null,
  file: null,
  changes: [],
  ...values,
});

const detailOf = (documents: OrderDocumentLine[]) =>
  ({ order: { id: "o1", revision: 4, pon: "PF-0001" }, documents }) as PortOrderDetail;

function show(element: ReactElement) {
  render(<QueryClientProvider client={newQueryClient()}>{element}</QueryClientProvider>);
  return userEvent.setup();
}

it("says that a signature is void, and what changed", () => {
  fakeHost({});
  const changes = ["+12145550112 was removed after the letter was signed"];
  show(<OrderDocuments detail={detailOf([line({ kind: "loa", state: "received", changes })])} editable />);
  expect(screen.getByText(said.isVoid)).toBeInTheDocument();
  expect(screen.getByText(changes[0] ?? "")).toBeInTheDocument();
});

const dialog = (state: "waived" | "received") => (
  <OrderDocumentDialog order={detailOf([]).order} line={line({})} state={state} onClose={() => {}} />
);

it("asks for a reason before a paper is waived", async () => {
  const host = fakeHost({ port_order_document_set: {} });
  const user = show(dialog("waived"));
  await user.click(screen.getByRole("button", { name: words.common.save }));
  expect(await screen.findByText(words.welcome.required)).toBeInTheDocument();
  expect(screen.queryByLabelText(/^Date of the document/)).not.toBeInTheDocument();
  expect(host.calls.some(({ name }) => name === "port_order_document_set")).toBe(false);
});

it("takes the date of a paper that came", async () => {
  const host = fakeHost({ port_order_document_set: {} });
  const user = show(dialog("received"));
  await user.type(screen.getByLabelText(/^Date of the document/), "2026-11-05");
  await user.click(screen.getByRole("button", { name: words.common.save }));
  expect(host.calls.findLast(({ name }) => name === "port_order_document_set")?.request).toEqual({
    id: "o1",
    revision: 4,
    kind: "bill",
    state: "received",
    on: null,
    datedOn: "2026-11-05",
    reason: null,
    fileId: null,
  });
});

it("asks before it replaces files that are there already", async () => {
  const taken = { code: "conflict", message: "The folder has loa.pdf.", field: "overwrite", hints: [] };
  const asked: boolean[] = [];
  fakeHost({});
  setHost({
    ...currentHost(),
    pickOpen: async () => ({ id: "file-3", name: "orders", size: 0 }),
    call: async (name, request) => {
      if (name !== "port_orders_export") return null;
      const { overwrite } = request as { overwrite: boolean };
      asked.push(overwrite);
      if (!overwrite) throw taken;
      return { orders: 1, files: ["PF-0001/loa-PF-0001.pdf"] };
    },
  });
  const user = show(<ExportOrders />);
  await user.click(screen.getByRole("button", { name: said.exportAll }));
  expect(await screen.findByText("The folder has loa.pdf.")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: said.replace }));
  await expect.poll(() => asked).toEqual([false, true]);
});
