/** Words of the views of port orders: filters, calendar, waiting, risks, and carriers' e-mails. */

const orderViews = {
  calendar: "Calendar",
  filters: "Filters",
  allCustomers: "All customers",
  allCarriers: "All carriers",
  allStatuses: "All statuses",
  customer: "Customer",
  shown: (shown: string, all: string) => `${shown} of ${all} orders`,
  noneShown: "No order fits the filters.",
  clear: "Clear filters",
  waiting: "Waiting",
} as const;

const orderCalendar = {
  month: "Month",
  previous: "Previous month",
  next: "Next month",
  today: "Today",
  grid: (month: string) => `Ports in ${month}`,
  committed: "Committed",
  requested: "Requested",
  snapback: "Snapback ends",
  noPort: "No ports",
  noPortOf: (carrier: string, why: string) => `${carrier}: ${why}`,
  more: (count: string) => `${count} more`,
  dayEntries: (day: string, count: string) => `${day}: ${count === "1" ? "1 entry" : `${count} entries`}`,
  dayEmpty: (day: string) => `${day}: nothing`,
  nothing: "No port and no requested date on this day.",
  what: "What",
  carrierTime: "Carrier",
  siteTime: "Site",
  export: "Export calendar…",
  exportHelp: "Committed ports as an iCalendar file, of the customer that is filtered or of all.",
  exported: (name: string) => `Written: ${name}.`,
} as const;

const ageing = {
  days: (days: string, limit: string) => `${days} of ${limit} business days`,
  waitsFor: (what: string) => `Waiting for: ${what}`,
  dueOn: (day: string) => `Act on ${day} at the latest.`,
  due: (day: string) => `Due since ${day}.`,
  title: "Waiting",
  writeMail: "E-mail to send…",
  mailTitle: (pon: string) => `E-mail about ${pon}`,
  mailHelp: "Copy it into your mail program; PortFlow sends nothing.",
  to: "To",
  nobody: "Nobody is named: add an escalation contact to the carrier, or a signer to the order.",
  subject: "Subject",
  body: "Text",
  copySubject: "Copy subject",
  copyBody: "Copy text",
  copied: "Copied.",
  notCopied: "The text could not be copied. Select it and press Ctrl+C.",
} as const;

const mail = {
  title: "Carrier's message",
  label: "Or paste the text of a carrier's e-mail",
  help: "Order numbers of this workspace with a FOC, a reject, a jeopardy or a completion. You confirm what follows.",
  read: "Read the text",
  of: (name: string) => `E-mail: ${name}`,
  said: "The e-mail says",
  lines: (lines: string) =>
    lines === "0" ? "Subject" : `${lines.includes(",") ? "Lines" : "Line"} ${lines}`,
  questions: "Not plain, so not taken",
  question: (line: number, text: string) => (line === 0 ? `Subject: ${text}` : `Line ${line}: ${text}`),
  ignored: "Not read",
  ignoredPart: (from: number, to: number, why: string) =>
    from === to ? `Line ${from}: ${why}` : `Lines ${from} to ${to}: ${why}`,
  noOrders: "The text says nothing of an order of this workspace.",
  dateOrderHelp: (lines: string) => `Not read until you say: lines ${lines}.`,
  focTimeHelp: "For dates whose hour the text does not give.",
  another: "Read another message",
} as const;

export const watch = { orderViews, orderCalendar, ageing, mail } as const;
