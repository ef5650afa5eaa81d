/** The columns of the number grid; ids are those of the rows on the wire. */
import { Link } from "@tanstack/react-router";
import type { GridLayout } from "@/bindings/GridLayout";
import type { NumberRow } from "@/bindings/NumberRow";
import { PortingStatusChip } from "@/components/Chip";
import { formatDate, formatNumber } from "@/format";
import type { FilterDefinition } from "@/grid/GridToolbar";
import type { GridColumn } from "@/grid/types";
import { choicesOf, labels, words } from "@/words";
import { ImportLink } from "./ImportLink";

export const NUMBER_COLUMNS: GridColumn<NumberRow>[] = [
  {
    id: "number",
    header: words.numbers.number,
    width: 132,
    text: (row) => row.number,
    render: (row) => formatNumber(row.number),
    mono: true,
    sortable: true,
    pinned: true,
  },
  {
    id: "extension",
    header: words.numbers.extension,
    width: 56,
    text: (row) => row.extension,
    mono: true,
    sortable: true,
  },
  {
    id: "numberType",
    header: words.numbers.type,
    width: 116,
    text: (row) => labels.phoneNumberType[row.numberType],
    editor: { kind: "select", choices: choicesOf(labels.phoneNumberType) },
    sortable: true,
  },
  {
    id: "holderName",
    header: words.numbers.holder,
    width: 160,
    text: (row) => row.holderName ?? "",
    sortable: true,
  },
  {
    id: "holderUpn",
    header: words.numbers.upn,
    width: 200,
    text: (row) => row.holderUpn ?? "",
    editor: { kind: "text" },
    sortable: true,
  },
  {
    id: "portingStatus",
    header: words.numbers.status,
    width: 130,
    text: (row) => labels.portingStatus[row.portingStatus],
    render: (row) => <PortingStatusChip status={row.portingStatus} />,
    sortable: true,
  },
  {
    id: "disposition",
    header: words.numbers.disposition,
    width: 104,
    text: (row) => labels.disposition[row.disposition],
    editor: { kind: "select", choices: choicesOf(labels.disposition) },
    sortable: true,
  },
  {
    id: "portOrderPon",
    header: words.numbers.order,
    width: 120,
    text: (row) => row.portOrderPon ?? "",
    render: (row) =>
      row.openPortOrderId ? (
        <Link to="/orders/$orderId" params={{ orderId: row.openPortOrderId }} tabIndex={-1}>
          {row.portOrderPon ?? words.orders.unnamed}
        </Link>
      ) : (
        ""
      ),
    sortable: true,
  },
  {
    id: "focDate",
    header: words.numbers.focDate,
    width: 108,
    text: (row) => formatDate(row.focDate),
    sortable: true,
  },
  {
    id: "description",
    header: words.numbers.description,
    width: 200,
    text: (row) => row.description ?? "",
    editor: { kind: "text" },
    sortable: true,
  },
  {
    id: "currentCarrier",
    header: words.numbers.carrier,
    width: 130,
    text: (row) => row.currentCarrier ?? "",
    editor: { kind: "text" },
    sortable: true,
  },
  {
    id: "losingAccountBtn",
    header: words.numbers.account,
    width: 140,
    text: (row) => row.losingAccountBtn ?? "",
    editor: { kind: "text" },
    mono: true,
    sortable: true,
  },
  {
    id: "rateCenter",
    header: words.numbers.rateCenter,
    width: 110,
    text: (row) => row.rateCenter ?? "",
    editor: { kind: "text" },
    sortable: true,
    hidden: true,
  },
  {
    id: "usage",
    header: words.numbers.usage,
    width: 130,
    text: (row) => labels.numberUsage[row.usage],
    editor: { kind: "select", choices: choicesOf(labels.numberUsage) },
    sortable: true,
    hidden: true,
  },
  {
    id: "rejectionReason",
    header: words.numbers.rejection,
    width: 180,
    text: (row) => row.rejectionReason ?? "",
    hidden: true,
  },
  {
    id: "notes",
    header: words.numbers.notes,
    width: 220,
    text: (row) => row.notes ?? "",
    editor: { kind: "text" },
  },
  {
    id: "importFileName",
    header: words.numbers.importedFrom,
    width: 220,
    text: (row) => row.importFileName ?? "",
    render: (row) => (
      <ImportLink number={row} tabIndex={-1}>
        {row.importFileName}
      </ImportLink>
    ),
    sortable: true,
    hidden: true,
  },
  {
    id: "importSheet",
    header: words.numbers.importedSheet,
    width: 120,
    text: (row) => row.importSheet ?? "",
    hidden: true,
  },
  {
    id: "sourceRow",
    header: words.numbers.sourceRow,
    width: 90,
    text: (row) => row.sourceRow?.toString() ?? "",
    align: "right",
    hidden: true,
  },
];

export const NUMBER_FILTERS: FilterDefinition[] = [
  { column: "portingStatus", label: words.numbers.status, choices: choicesOf(labels.portingStatus) },
  { column: "numberType", label: words.numbers.type, choices: choicesOf(labels.phoneNumberType) },
  { column: "disposition", label: words.numbers.disposition, choices: choicesOf(labels.disposition) },
  // An empty value means "nothing there".
  {
    column: "holderName",
    label: words.numbers.assignment,
    choices: [{ value: "", label: words.numbers.unassigned }],
  },
  { column: "usage", label: words.numbers.usage, choices: choicesOf(labels.numberUsage) },
];

/** Conditions of Rust's that are no columns of the row. Views ask for them; a chip shows those that are asked for. */
export const ASKED_BY_VIEWS: FilterDefinition[] = [
  {
    column: "unassigned",
    label: words.numbers.needsHolder,
    choices: [{ value: "true", label: words.common.yes }],
  },
  {
    column: "elsewhere",
    label: words.numbers.inAnother,
    choices: [{ value: "true", label: words.common.yes }],
  },
];

const rowsWhere = (column: string, value: string): GridLayout => ({
  search: null,
  filters: [{ column, values: [value] }],
  sort: [],
  columns: {},
  widths: {},
});

/** Views that every inventory has. */
export const BUILT_IN_VIEWS = [
  { name: words.numbers.toAssign, layout: rowsWhere("unassigned", "true") },
  { name: words.numbers.elsewhere, layout: rowsWhere("elsewhere", "true") },
  { name: words.numbers.undecided, layout: rowsWhere("disposition", "unknown") },
];
