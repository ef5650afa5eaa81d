/** Words of the papers that go with port orders, and of writing them. */
import type { OrderDocumentKind } from "@/bindings/OrderDocumentKind";
import type { OrderDocumentState } from "@/bindings/OrderDocumentState";

const kind: Readonly<Record<OrderDocumentKind, string>> = {
  loa: "Letter of authorization",
  bill: "Bill",
  csr: "CSR",
  toll_free_bill: "Toll-free bill",
};

const state: Readonly<Record<OrderDocumentState, string>> = {
  requested: "Requested",
  received: "Received",
  rejected: "Rejected",
  waived: "Waived",
};

export const orderDocuments = {
  title: "Documents",
  kind,
  state,
  notAsked: "Not asked for",
  dated: (day: string) => `dated ${day}`,
  requestedOn: (day: string) => `requested ${day}`,
  receivedOn: (day: string) => `received ${day}`,
  rejectedOn: (day: string) => `rejected ${day}`,
  waivedOn: (day: string) => `waived ${day}`,
  age: (days: number, limit: number) => `${days} of ${limit} days old`,
  notNeeded: "The carrier does not insist on it",
  isVoid: "Signature void",
  file: (name: string) => `File: ${name}`,
  fileHelp: "Kept with the order under its SHA-256.",
  saveLoa: "Save letter…",
  saveAttachment: "Attachment A…",
  loaFile: (pon: string) => `loa-${pon}.pdf`,
  attachmentFile: (pon: string) => `attachment-a-${pon}.xlsx`,
  change: (name: string) => `Change the state of: ${name}`,
  setTitle: (name: string, to: string) => `${name}: ${to.toLowerCase()}`,
  on: "Day",
  datedOn: "Date of the document",
  datedOnHelp: "It becomes the date at the losing account.",
  reason: "Reason",
  stored: (name: string, to: string) => `${name}: ${to.toLowerCase()}.`,
  ringTo: "Ring-to number",
  coverage: "Coverage",
  exportAll: "Export open orders…",
  exporting: "Writing the orders",
  exportedAll: (files: number, orders: number) =>
    `Written: ${files} ${files === 1 ? "file" : "files"} of ${orders} ${orders === 1 ? "order" : "orders"}.`,
  replaceTitle: "Replace files that are there already?",
  replace: "Replace them",
} as const;

export const corrections = {
  save: "Questions for the customer…",
  help: "A workbook with what is open about numbers, people and accounts. Import it once it is filled in.",
  file: (migration: string) => `questions ${migration.replace(/[\\/:*?"<>|]+/g, "-")}.xlsx`,
  saved: (name: string) => `Written: ${name}.`,
} as const;
