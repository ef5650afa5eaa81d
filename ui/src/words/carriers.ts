/** Words of the gaining carriers: their rules, their sheet, their own workbook and the days on which they port. */
import type { DateFormat } from "@/bindings/DateFormat";
import type { DayVerdict } from "@/bindings/DayVerdict";
import type { FullMeans } from "@/bindings/FullMeans";
import type { HolidaySet } from "@/bindings/HolidaySet";
import type { NumberFormat } from "@/bindings/NumberFormat";
import type { RowPer } from "@/bindings/RowPer";
import type { SheetField } from "@/bindings/SheetField";
import type { SheetFormat } from "@/bindings/SheetFormat";
import type { SplitBy } from "@/bindings/SplitBy";
import type { Weekday } from "@/bindings/Weekday";

const fields: Readonly<Record<SheetField, string>> = {
  number: "Telephone number",
  range_end: "Last number of the range",
  range_count: "Numbers in the range",
  extension: "Extension",
  number_type: "Number type",
  usage: "Usage",
  btn: "BTN",
  new_btn: "New BTN",
  account_number: "Account number",
  pin: "PIN",
  legal_name: "Organization",
  name_on_account: "Name on account",
  service_street: "Service street",
  service_city: "Service city",
  service_state: "Service state",
  service_postal_code: "Service ZIP",
  losing_carrier: "Losing carrier",
  gaining_carrier: "Gaining carrier",
  ocn: "OCN",
  rate_center: "Rate center",
  port_type: "Port type",
  desired_date: "Desired date",
  foc_date: "FOC date",
  pon: "PON",
  version: "Version",
  end_user_name: "End user",
  authorized_person: "Authorized person",
  resporg_id: "RespOrg id",
  remarks: "Remarks",
  customer_reference: "Customer reference",
  number_count: "Numbers in the order",
  fixed_text: "Fixed text",
};

const numberFormats: Readonly<Record<NumberFormat, string>> = {
  e164: "+12145550100",
  ten_digits: "2145550100",
  dashed: "214-555-0100",
  range: "2145550100-0149",
  text: "As it is",
};

const dateFormats: Readonly<Record<DateFormat, string>> = {
  date_cell: "Date",
  iso: "2027-02-09",
  month_first: "02/09/2027",
  day_first: "09.02.2027",
  day_month_name: "09-Feb-2027",
};

const weekdays: Readonly<Record<Weekday, string>> = {
  monday: "Mon",
  tuesday: "Tue",
  wednesday: "Wed",
  thursday: "Thu",
  friday: "Fri",
  saturday: "Sat",
  sunday: "Sun",
};

const holidaySets: Readonly<Record<HolidaySet, string>> = {
  us_federal: "United States, federal",
  canada_federal: "Canada, federal",
  england_wales: "England and Wales",
  germany: "Germany, nationwide",
  mexico: "Mexico",
};

const fullMeans: Readonly<Record<FullMeans, string>> = {
  every_listed_number: "Every number on the CSR or bill",
  every_inventory_number: "Every number in the inventory",
};

const splitBy: Readonly<Record<SplitBy, string>> = {
  nothing: "Nothing more",
  rate_center: "Rate center",
  service_address: "Service address",
};

const fileFormats: Readonly<Record<SheetFormat, string>> = { xlsx: "Workbook (.xlsx)", csv: "List (.csv)" };
const rowPer: Readonly<Record<RowPer, string>> = { number: "One number", range: "A range of numbers" };

const verdicts: Readonly<Record<DayVerdict, string>> = {
  possible: "Possible",
  unwise: "Possible, with a warning",
  too_early: "Too early",
  weekend: "Weekend",
  holiday: "Holiday",
  day_before_holiday: "Day before a holiday",
  no_port_weekday: "No ports on this weekday",
};

const rules = {
  title: "Port rules",
  leadTime: "Lead time (business days)",
  largeFrom: "Large orders from (numbers)",
  largeLeadTime: "Their lead time (business days)",
  cutOffHour: "Cut-off hour (0–23)",
  cutOffZone: "Time zone of the carrier",
  noPortWeekdays: "No ports on",
  holidaySet: "Holidays",
  ownHolidays: "The carrier's own holidays",
  ownHolidaysHelp: "Beside the computed ones: the company's closing days and freezes.",
  addHoliday: "Add a day",
  newHoliday: "Holiday to add",
  removeHoliday: (date: string) => `Remove ${date}`,
  loaAge: "LOA may be (days old)",
  billAge: "Bill may be (days old)",
  csrAge: "CSR may be (days old)",
  snapback: "Snapback (hours)",
  answer: "Ask after (business days)",
  tollFreeAnswer: "Ask after, toll-free (business days)",
  cancel: "Cancel before the port (hours)",
  maximum: "Most numbers per order",
  full: "A full port means",
  split: "Also split orders by",
  partialAllowed: "Partial ports are taken",
  loaNeeded: "A signed LOA is needed",
  billNeeded: "A dated bill is needed",
  csrNeeded: "A dated CSR is needed",
} as const;

const sheet = {
  title: "Port-request sheet",
  fileFormat: "File",
  sheetName: "Name of the sheet",
  rowPer: "One row stands for",
  hasHeader: "With a row of headings",
  facts: "Above the table",
  columns: "Columns",
  addFact: "Add a fact",
  addColumn: "Add a column",
  shows: "Shows",
  heading: "Label or heading",
  writtenAs: "Written as",
  numbersAs: "Numbers as",
  datesAs: "Dates as",
  text: "Text",
  upper: "Capitals",
  longest: "Longest",
  width: "Width",
  of: (what: string, row: number) => `${what}, row ${row}`,
  up: (row: number) => `Move row ${row} up`,
  down: (row: number) => `Move row ${row} down`,
  remove: (row: number) => `Remove row ${row}`,
  limits: "What the carrier's form takes",
  limitsHelp: "Checked before the request leaves, whether or not the sheet shows the fact.",
  addLimit: "Add a limit",
  plain: "No spaces or dashes",
  preview: "Preview",
  layout: "Sample rows",
  previewHelp: "An invented order in this layout.",
  replaced: "The carrier's own workbook takes the place of this layout; format and limits below still apply.",
} as const;

const workbook = {
  title: "The carrier's own workbook",
  help: "An .xlsx or .xlsm of the carrier is filled in as it is: styles, merged cells, formulas and pictures stay.",
  choose: "Use the carrier's workbook…",
  another: "Another workbook…",
  stop: "No longer use it",
  file: (name: string) => `Fills in ${name}`,
  sheet: "Sheet",
  firstRow: "First row of the table",
  cells: "Facts",
  columns: "Columns of the table",
  cell: "Cell",
  column: "Column",
  addCell: "Add a cell",
  addColumn: "Add a column",
  grid: (sheet: string) => `Sheet “${sheet}”`,
  gridHelp: "Marked cells take a fact, the marked row begins the table.",
} as const;

const dates = {
  calendar: "Days on which numbers may move",
  open: "Choose a day",
  previous: "Previous month",
  next: "Next month",
  earliest: (date: string) => `First possible day: ${date}`,
  noEarliest: "The carrier's rules leave no possible day.",
  counts: (date: string, days: string) => `Counts from ${date}, ${days} business days.`,
  cutOff: (carrier: string, site: string) => `Cut-off ${carrier}; at the site ${site}`,
  cutOffSame: (carrier: string) => `Cut-off ${carrier}`,
  zone: (zone: string) => `Dates of ${zone}`,
  day: (date: string, verdict: string, reason: string | null) =>
    [date, verdict, reason].filter(Boolean).join(". "),
} as const;

export const carriers = {
  title: "Carriers",
  name: "Name",
  code: "Code",
  ocn: "OCN",
  empty: "No carriers",
  help: "Gaining carriers with what they insist on. An order takes its rules and its sheet from here.",
  toConfirm: "To confirm",
  toConfirmHelp:
    "A template from practice. Hold its rules and sheet against the carrier's own before the first order.",
  confirm: "I have confirmed it with the carrier",
  confirmed: (name: string) => `The profile of ${name} is confirmed.`,
  add: "Add carrier",
  like: "Begins like",
  codeHelp: "Small letters, digits and dashes.",
  import: "Import…",
  replaceTitle: "Replace the carrier's values?",
  replace: "Replace",
  imported: (name: string) => `${name} was taken over.`,
  export: "Export…",
  exported: (file: string) => `Wrote ${file}.`,
  saved: (name: string) => `${name} is saved.`,
  unsaved: "Not saved",
  contacts: "Contacts",
  addContact: "Add a contact",
  removeContact: (name: string) => `Remove ${name}`,
  contactName: "Name",
  role: "For",
  rolePlaceholder: "escalation",
  email: "E-mail",
  phone: "Phone",
  leadTime: "Lead time",
  days: (days: number) => `${days} business days`,
  cutOff: "Cut-off",
  sheetKind: "Sheet",
  ownWorkbook: "Own workbook",
  fields,
  numberFormats,
  dateFormats,
  weekdays,
  holidaySets,
  fullMeans,
  splitBy,
  fileFormats,
  rowPer,
  verdicts,
  rules,
  sheet,
  workbook,
  dates,
} as const;
