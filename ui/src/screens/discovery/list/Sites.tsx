/** Every site of every customer, and how much of it is known. */
import { MapPin } from "lucide-react";
import { useMemo, useState } from "react";
import type { SiteScore } from "@/bindings/SiteScore";
import { EmptyState } from "@/components/EmptyState";
import { SelectField, TextField } from "@/components/Field";
import { Page } from "@/components/Page";
import { Answer } from "@/components/Query";
import { formatCount } from "@/format";
import { useRead } from "@/queries/commands";
import { choicesOf, words } from "@/words";
import { type SiteOrder, sitesShown } from "./order";
import { SiteTable } from "./SiteTable";

const say = words.discovery.list;

export function Sites() {
  const sites = useRead("site_discovery_list", { customerId: null });
  return (
    <Page fill title={say.title}>
      <Answer of={sites}>
        {(all) =>
          all.length === 0 ? (
            <div className="panel">
              <EmptyState icon={MapPin} title={say.empty}>
                {say.emptyHelp}
              </EmptyState>
            </div>
          ) : (
            <List all={all} />
          )
        }
      </Answer>
    </Page>
  );
}

function List({ all }: { all: SiteScore[] }) {
  const [typed, setTyped] = useState("");
  const [order, setOrder] = useState<SiteOrder>("name");
  const shown = useMemo(() => sitesShown(all, typed, order), [all, typed, order]);
  return (
    <div className="discovery flex min-h-0 flex-1 flex-col gap-3">
      <div className="flex items-end gap-3">
        <TextField
          label={say.filter}
          type="search"
          className="max-w-80 flex-1"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <SelectField
          label={say.order}
          choices={choicesOf(say.orders)}
          value={order}
          onChange={(event) => setOrder(event.target.value as SiteOrder)}
        />
        <p role="status" className="ml-auto text-muted">
          {words.common.ofTotal(formatCount(shown.length), formatCount(all.length))}
        </p>
      </div>
      {shown.length === 0 ? <EmptyState title={say.nothing} /> : <SiteTable sites={shown} />}
    </div>
  );
}
