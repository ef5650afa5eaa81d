/** The numbers of an order in the grid; a draft's numbers can be taken out again. */
import { useMemo, useState } from "react";
import type { PortOrderDetail } from "@/bindings/PortOrderDetail";
import type { PortOrderLine } from "@/bindings/PortOrderLine";
import { Button } from "@/components/Button";
import { PortingStatusChip } from "@/components/Chip";
import { Section } from "@/components/Page";
import { notifyError } from "@/components/Toast";
import { formatCount, formatNumber } from "@/format";
import { Grid } from "@/grid/Grid";
import { countRows, type RowSpan } from "@/grid/selection";
import { sourceOf } from "@/grid/sourceOf";
import type { CellMark, GridColumn, SortState } from "@/grid/types";
import { useGridColumns } from "@/grid/useGridColumns";
import { useWrite } from "@/queries/commands";
import { labels, words } from "@/words";
import { AddNumbersDialog } from "./AddNumbersDialog";

const COLUMNS: GridColumn<PortOrderLine>[] = [
  {
    id: "number",
    header: words.numbers.number,
    width: 140,
    text: (line) => line.e164,
    render: (line) => formatNumber(line.e164),
    mono: true,
    pinned: true,
  },
  {
    id: "portingStatus",
    header: words.numbers.status,
    width: 134,
    text: (line) => labels.portingStatus[line.portingStatus],
    render: (line) => <PortingStatusChip status={line.portingStatus} />,
  },
  {
    id: "outcome",
    header: words.orders.outcome,
    width: 96,
    text: (line) => (line.outcome ? labels.orderNumberOutcome[line.outcome] : ""),
  },
  { id: "holderName", header: words.orders.holder, width: 150, text: (line) => line.holderName ?? "" },
  { id: "extension", header: words.numbers.extension, width: 60, text: (line) => line.extension, mono: true },
  {
    id: "disposition",
    header: words.orders.disposition,
    width: 110,
    text: (line) => labels.disposition[line.disposition],
  },
  {
    id: "findings",
    header: words.orders.findings,
    width: 320,
    text: (line) => line.findings.map((finding) => finding.text).join("; "),
  },
];
const NO_SORT: SortState[] = [];
/** As many lines as a low grid shows. */
const FEW = 4;
const FIRST_ROW: RowSpan[] = [{ first: 0, last: 0 }];

export function OrderNumbers({ detail, editable }: { detail: PortOrderDetail; editable: boolean }) {
  const { numbers, order } = detail;
  const source = useMemo(() => sourceOf(numbers), [numbers]);
  const table = useGridColumns({ name: "order-numbers", columns: COLUMNS, sort: NO_SORT, onSort: () => {} });
  const [selected, setSelected] = useState(FIRST_ROW);
  const [adding, setAdding] = useState(false);
  const change = useWrite("port_order_numbers");
  function takeOut() {
    const chosen = numbers.filter((_, index) =>
      selected.some(({ first, last }) => index >= first && index <= last),
    );
    const remove = chosen.map((line) => line.phoneNumberId);
    change.mutate({ id: order.id, revision: order.revision, add: [], remove }, { onError: notifyError });
  }
  return (
    <Section
      title={`${words.orders.numbers} (${formatCount(numbers.length)})`}
      actions={
        editable && (
          <>
            {numbers.length > 0 && (
              <Button onClick={takeOut} busy={change.isPending}>
                {words.orders.takeOut(formatCount(countRows(selected)))}
              </Button>
            )}
            <Button onClick={() => setAdding(true)}>{words.orders.addNumbers}</Button>
          </>
        )
      }
    >
      <div className={`flex flex-col ${numbers.length > FEW ? "h-80" : "h-52"}`}>
        <Grid
          label={words.orders.numbers}
          source={source}
          table={table}
          columns={COLUMNS}
          marks={markOf}
          onSelectionChange={setSelected}
        />
      </div>
      {adding && <AddNumbersDialog order={order} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function markOf(line: PortOrderLine, column: string): CellMark | undefined {
  const finding = line.findings[0];
  if (column !== "findings" || !finding) return undefined;
  const reason = [finding.text, finding.remedy].filter(Boolean).join(" ");
  return { severity: finding.met ? "warning" : "error", reason };
}
