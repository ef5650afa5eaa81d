/** What each column of a sheet means: its samples, the suggestion, how sure it is and why. */
import { useState } from "react";
import type { SheetPreview } from "@/bindings/SheetPreview";
import { Button } from "@/components/Button";
import { ErrorNotice } from "@/components/ErrorNotice";
import { words } from "@/words";
import { ColumnFilterBar } from "./ColumnFilterBar";
import { ColumnTable } from "./ColumnTable";
import { DateOrderQuestion } from "./DateOrderQuestion";
import { DefaultsEditor } from "./DefaultsEditor";
import type { SheetStep } from "./draft";
import { type ColumnFilter, findColumns, mapColumn, valuesAfter } from "./mapping";
import { readSheet, type StepProps } from "./placement";
import { SaveProfile } from "./SaveProfile";
import { SheetNav } from "./SheetNav";
import { SiteQuestion } from "./SiteQuestion";
import type { ImportState } from "./useImport";

export function ColumnsStep({ state, place, onPlace }: StepProps) {
  const read = readSheet(state, place);
  return (
    <div className="flex min-h-0 flex-1 gap-4">
      <SheetNav state={state} shown={read} onPlace={onPlace} />
      {read && <SheetColumns key={`${read.file} ${read.sheet}`} state={state} read={read} />}
    </div>
  );
}

function SheetColumns({ state, read }: { state: ImportState; read: SheetPreview }) {
  const [search, setSearch] = useState("");
  const [filter, setFilter] = useState<ColumnFilter>("all");
  const { settings, problem } = read;
  const take = (step: SheetStep) =>
    state.take({ kind: "sheet", place: { file: read.file, sheet: read.sheet }, step });
  const isDuplicate = problem?.cause === "duplicate_headers";
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-3">
      {problem && (
        <div className="flex flex-none flex-col items-start gap-2">
          <div className="w-full">
            <ErrorNotice error={problem} />
          </div>
          {isDuplicate && (
            <Button
              onClick={() =>
                take({ kind: "columns", columns: settings.columns, valueMap: settings.valueMap })
              }
            >
              {words.imports.duplicatesConfirm}
            </Button>
          )}
        </div>
      )}
      <DateOrderQuestion read={read} onOrder={(dateOrder) => take({ kind: "dateOrder", dateOrder })} />
      <SiteQuestion state={state} read={read} />
      <ColumnFilterBar
        columns={settings.columns}
        search={search}
        onSearch={setSearch}
        filter={filter}
        onFilter={setFilter}
      />
      <ColumnTable
        settings={settings}
        shown={findColumns(settings.columns, search, filter)}
        onMeaning={(index, meaning) => {
          const columns = mapColumn(settings.columns, index, meaning);
          take({ kind: "columns", columns, valueMap: valuesAfter(settings, columns) });
        }}
      />
      <DefaultsEditor state={state} read={read} />
      <SaveProfile state={state} read={read} onName={(name) => take({ kind: "saveProfile", name })} />
    </div>
  );
}
