/** What undoing an import does to each kind of record, and the records that stay, each with the reason. */
import type { ImportUndo } from "@/bindings/ImportUndo";
import type { KeptRecord } from "@/bindings/KeptRecord";
import { ScrollRegion } from "@/components/ScrollRegion";
import { formatCount } from "@/format";
import { labels, words } from "@/words";

/** The first reasons tell what is the matter; thousands of them would tell no more. */
const SHOWN = 200;

export function UndoPreview({ undo: { byEntity, kept } }: { undo: ImportUndo }) {
  const isNothing = byEntity.every(({ removed, restored }) => removed + restored === 0);
  return (
    <>
      {isNothing && <p className="text-muted">{words.imports.nothingToUndo}</p>}
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.imports.kind}</th>
            <th scope="col" className="numeric">
              {words.imports.goes}
            </th>
            <th scope="col" className="numeric">
              {words.imports.restored}
            </th>
            <th scope="col" className="numeric">
              {words.imports.stays}
            </th>
          </tr>
        </thead>
        <tbody>
          {byEntity.map((counts) => (
            <tr key={counts.entity}>
              <td>{labels.importTarget[counts.entity]}</td>
              <td className="numeric">{formatCount(counts.removed)}</td>
              <td className="numeric">{formatCount(counts.restored)}</td>
              <td className="numeric">{formatCount(counts.kept)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {kept.length > 0 && <Kept kept={kept} />}
    </>
  );
}

function Kept({ kept }: { kept: KeptRecord[] }) {
  return (
    <section aria-label={words.imports.staysTitle(formatCount(kept.length))}>
      <h3 className="mb-1 font-semibold">{words.imports.staysTitle(formatCount(kept.length))}</h3>
      <ScrollRegion label={words.imports.stays} className="panel max-h-64">
        <table className="table">
          <thead className="sticky top-0 bg-raised">
            <tr>
              <th scope="col">{words.imports.record}</th>
              <th scope="col" className="numeric">
                {words.imports.row}
              </th>
              <th scope="col">{words.imports.why}</th>
            </tr>
          </thead>
          <tbody>
            {kept.slice(0, SHOWN).map((record) => (
              <tr key={`${record.entity} ${record.name} ${record.sheet} ${record.sourceRow}`}>
                <td className="whitespace-nowrap">{record.name}</td>
                <td className="numeric" title={record.sheet}>
                  {record.sourceRow}
                </td>
                <td>{record.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {kept.length > SHOWN && (
          <p className="px-2 py-1 text-muted">{words.imports.moreRows(formatCount(kept.length - SHOWN))}</p>
        )}
      </ScrollRegion>
    </section>
  );
}
