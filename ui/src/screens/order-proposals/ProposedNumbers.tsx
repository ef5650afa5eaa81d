/** The numbers of one proposed order in the grid, why they stand together, and where else they may go. */
import { ChevronDown } from "lucide-react";
import { useMemo, useState } from "react";
import type { ProposedNumber } from "@/bindings/ProposedNumber";
import type { ProposedPortOrder } from "@/bindings/ProposedPortOrder";
import { Menu, MenuItem, MenuSeparator } from "@/components/Menu";
import { Section } from "@/components/Page";
import { formatCount, formatNumber } from "@/format";
import { Grid } from "@/grid/Grid";
import { countRows, type RowSpan } from "@/grid/selection";
import { sourceOf } from "@/grid/sourceOf";
import type { GridColumn, SortState } from "@/grid/types";
import { useGridColumns } from "@/grid/useGridColumns";
import { words } from "@/words";
import type { Destination } from "./editing";

type Line = ProposedNumber & { id: string };

const COLUMNS: GridColumn<Line>[] = [
  {
    id: "number",
    header: words.numbers.number,
    width: 160,
    text: (line) => line.number,
    render: (line) => formatNumber(line.number),
    mono: true,
  },
  {
    id: "records",
    header: words.orderProposals.records,
    width: 110,
    text: (line) => formatCount(line.phoneNumberIds.length),
  },
];
const NO_SORT: SortState[] = [];
const FIRST_ROW: RowSpan[] = [{ first: 0, last: 0 }];

interface ProposedNumbersProps {
  orders: readonly ProposedPortOrder[];
  index: number;
  order: ProposedPortOrder;
  onMove: (ids: string[], to: Destination) => void;
}

export function ProposedNumbers({ orders, index, order, onMove }: ProposedNumbersProps) {
  const source = useMemo(
    () => sourceOf<Line>(order.numbers.map((number) => ({ ...number, id: number.number }))),
    [order.numbers],
  );
  const table = useGridColumns({
    name: "proposed-numbers",
    columns: COLUMNS,
    sort: NO_SORT,
    onSort: () => {},
  });
  const [selected, setSelected] = useState(FIRST_ROW);
  const move = (to: Destination) => {
    const chosen = selected.flatMap(({ first, last }) => order.numbers.slice(first, last + 1));
    onMove(
      chosen.flatMap((line) => line.phoneNumberIds),
      to,
    );
  };
  const place = formatCount(index + 1);
  const count = Math.min(countRows(selected), order.numbers.length);
  return (
    <Section
      title={words.orderProposals.numbersOf(place)}
      actions={
        <Menu
          label={words.orderProposals.move(words.numbers.selectedCount(formatCount(count)))}
          icon={ChevronDown}
        >
          {orders.map((other, at) =>
            at === index ? null : (
              <MenuItem key={other.numbers[0]?.number} onSelect={() => move({ order: at })}>
                {words.orderProposals.toOrder(
                  formatCount(at + 1),
                  other.accountName ?? words.orderProposals.noAccount,
                )}
              </MenuItem>
            ),
          )}
          <MenuItem onSelect={() => move("new")}>{words.orderProposals.toNew}</MenuItem>
          <MenuSeparator />
          <MenuItem onSelect={() => move("nowhere")}>{words.orderProposals.leaveOut}</MenuItem>
        </Menu>
      }
    >
      <div className="grid min-h-0 grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-4">
        <div className="flex h-72 flex-col">
          <Grid
            label={words.orderProposals.numbersOf(place)}
            source={source}
            table={table}
            columns={COLUMNS}
            onSelectionChange={setSelected}
          />
        </div>
        <div className="flex flex-col gap-3 overflow-auto">
          <Reasons title={words.orderProposals.why} texts={order.reasons} />
          {order.findings.length > 0 && (
            <Reasons
              title={words.orderProposals.settle}
              texts={order.findings.map((finding) => `${finding.text} ${finding.remedy}`)}
            />
          )}
        </div>
      </div>
    </Section>
  );
}

function Reasons({ title, texts }: { title: string; texts: string[] }) {
  return (
    <div>
      <h3 className="mb-1 font-medium text-small">{title}</h3>
      <ul className="flex list-disc flex-col gap-1 pl-4">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
