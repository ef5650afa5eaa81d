/** What a replacement would change, before it does. */
import type { ImportEdits } from "@/bindings/ImportEdits";
import { formatCount } from "@/format";
import { words } from "@/words";

const SHOWN = 5;

/** The first cells as they are and as they would be; the room is there from the start. */
export function FoundCells({ edits }: { edits: ImportEdits | undefined }) {
  const count = edits?.edits.length ?? 0;
  return (
    <div className="min-h-44">
      <p role="status" className="min-h-5 text-muted">
        {edits && (count > 0 ? words.imports.wouldChange(formatCount(count)) : words.imports.nothingFound)}
      </p>
      {edits && count > 0 && (
        <table className="table table-fixed">
          <thead>
            <tr>
              <th scope="col">{words.imports.before}</th>
              <th scope="col">{words.imports.after}</th>
            </tr>
          </thead>
          <tbody>
            {edits.edits.slice(0, SHOWN).map((edit, at) => (
              <tr key={`${edit.file} ${edit.sheet} ${edit.row} ${edit.column}`}>
                <td className="truncate text-muted">{edits.before[at]}</td>
                <td className="truncate">{edit.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
