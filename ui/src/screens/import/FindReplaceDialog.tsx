/** Find and replace in the cells of the import, with what would change before it does. */
import { useEffect, useState } from "react";
import type { FindReplace } from "@/bindings/FindReplace";
import type { ImportPreview } from "@/bindings/ImportPreview";
import { Button } from "@/components/Button";
import { Dialog, DialogActions, DialogBody } from "@/components/Dialog";
import { ErrorNotice } from "@/components/ErrorNotice";
import { CheckField, SelectField, TextField } from "@/components/Field";
import { notify } from "@/components/Toast";
import { formatCount } from "@/format";
import { useRead } from "@/queries/commands";
import { words } from "@/words";
import { FoundCells } from "./FoundCells";
import { columnName } from "./mapping";
import type { ImportState } from "./useImport";

interface FindReplaceDialogProps {
  state: ImportState;
  preview: ImportPreview;
  sheetNames: string[];
  /** The sheet on screen, if only one is. */
  sheet: number | null;
  onClose: () => void;
}

export function FindReplaceDialog({ state, preview, sheetNames, sheet, onClose }: FindReplaceDialogProps) {
  const [query, setQuery] = useState({
    find: "",
    replacement: "",
    sheet: sheet ?? (sheetNames.length === 1 ? 0 : null),
    column: null as number | null,
    wholeCell: false,
    matchCase: false,
  });
  const change = (part: Partial<typeof query>) => setQuery({ ...query, ...part });
  const columns = query.sheet === null ? [] : (preview.sheets[query.sheet]?.settings.columns ?? []);
  const request: FindReplace = { choices: state.choices, ...useSettled(query) };
  const isAsked = request.find !== "" || request.wholeCell;
  const found = useRead("import_find_replace", request, { enabled: isAsked, keepPrevious: true });
  const edits = isAsked ? found.data : undefined;

  function replace() {
    if (!edits) return;
    state.take({ kind: "mend", edits: edits.edits });
    notify(words.imports.fixed(formatCount(edits.edits.length)));
    onClose();
  }

  return (
    <Dialog open onClose={onClose} title={words.imports.replaceTitle} description={words.imports.replaceHelp}>
      <form
        className="flex min-h-0 flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          replace();
        }}
      >
        <DialogBody>
          <div className="grid grid-cols-2 gap-3">
            <TextField
              label={words.imports.find}
              value={query.find}
              onChange={(event) => change({ find: event.target.value })}
            />
            <TextField
              label={words.imports.replacement}
              value={query.replacement}
              onChange={(event) => change({ replacement: event.target.value })}
            />
            {sheetNames.length > 1 && (
              <SelectField
                label={words.imports.inSheet}
                emptyLabel={words.imports.allSheets}
                choices={sheetNames.map((label, place) => ({ value: String(place), label }))}
                value={query.sheet ?? ""}
                onChange={({ target: { value } }) =>
                  change({ sheet: value === "" ? null : Number(value), column: null })
                }
              />
            )}
            <SelectField
              label={words.imports.inColumn}
              emptyLabel={words.imports.allColumnsOf}
              disabled={query.sheet === null}
              choices={columns
                .filter(({ secret }) => !secret)
                .map((column) => ({ value: String(column.index), label: columnName(column) }))}
              value={query.column ?? ""}
              onChange={({ target: { value } }) => change({ column: value === "" ? null : Number(value) })}
            />
          </div>
          <div className="flex gap-6">
            <CheckField
              label={words.imports.wholeCell}
              checked={query.wholeCell}
              onChange={(event) => change({ wholeCell: event.target.checked })}
            />
            <CheckField
              label={words.imports.matchCase}
              checked={query.matchCase}
              onChange={(event) => change({ matchCase: event.target.checked })}
            />
          </div>
          {found.error && <ErrorNotice error={found.error} />}
          <FoundCells edits={edits} />
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button
            type="submit"
            tone="primary"
            disabled={!edits || edits.edits.length === 0 || found.isFetching}
          >
            {words.imports.replaceAll}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** What was typed, once nothing more comes for a moment. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 200);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
