/** Every sheet of every file: whether it is imported, how many rows it has, and what stands in the way. */
import { X } from "lucide-react";
import { useState } from "react";
import type { ImportFile } from "@/bindings/ImportFile";
import { Button } from "@/components/Button";
import { ScrollRegion } from "@/components/ScrollRegion";
import { formatCount } from "@/format";
import { words } from "@/words";
import type { SheetPlace } from "./draft";
import type { ShownSheet } from "./placement";
import { SheetLine } from "./SheetLine";
import type { ImportState } from "./useImport";

interface SheetListProps {
  state: ImportState;
  shown: ShownSheet | undefined;
  onPlace: (place: SheetPlace) => void;
  /** Absent where there is only one file. */
  onRemove?: (file: string) => void;
}

export function SheetList({ state, shown, onPlace, onRemove }: SheetListProps) {
  const hidden = state.opened.files.flatMap(({ file, sheets }) =>
    sheets.filter(({ visibility }) => visibility !== "visible").map(({ name }) => ({ file, sheet: name })),
  );
  const isChosen = hidden.some(({ file, sheet }) =>
    state.sheets.some((it) => it.file === file && it.sheet === sheet && it.include),
  );
  const [showHidden, setShowHidden] = useState(isChosen);
  return (
    <ScrollRegion label={words.imports.sheets} className="panel flex w-56 flex-none xl:w-72 flex-col">
      {state.opened.files.map((file) => (
        <section key={file.file} aria-label={file.fileName}>
          <FileHeading file={file} onRemove={onRemove} />
          <ul className="pb-1">
            {file.sheets
              .filter(({ visibility }) => showHidden || visibility === "visible")
              .map((summary) => {
                const place = { file: file.file, sheet: summary.name };
                const isShown = shown?.file.file === file.file && shown.summary.name === summary.name;
                return (
                  <SheetLine
                    key={summary.name}
                    state={state}
                    place={place}
                    summary={summary}
                    isShown={isShown}
                    onPlace={() => onPlace(place)}
                  />
                );
              })}
          </ul>
        </section>
      ))}
      {hidden.length > 0 && (
        <Button
          tone="quiet"
          className="m-1 self-start"
          aria-expanded={showHidden}
          onClick={() => setShowHidden(!showHidden)}
        >
          {showHidden ? words.imports.hideHidden : words.imports.showHidden(formatCount(hidden.length))}
        </Button>
      )}
    </ScrollRegion>
  );
}

function FileHeading({ file, onRemove }: { file: ImportFile; onRemove?: (file: string) => void }) {
  const format = [file.format.toUpperCase(), file.encoding].filter(Boolean).join(" · ");
  return (
    <header className="flex min-h-9 items-center gap-2 border-line border-b pr-1 pl-3">
      <h3 className="min-w-0 flex-1 truncate font-semibold" title={file.fileName}>
        {file.fileName}
      </h3>
      <span className="flex-none pr-2 text-muted text-small">{format}</span>
      {onRemove && (
        <Button
          tone="quiet"
          icon={X}
          label={`${words.imports.removeFile}: ${file.fileName}`}
          onClick={() => onRemove(file.file)}
        />
      )}
    </header>
  );
}
