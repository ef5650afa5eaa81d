/** One column: header, samples, what it becomes, and how sure that is. */
import { Lock } from "lucide-react";
import { useId } from "react";
import type { ColumnMap } from "@/bindings/ColumnMap";
import type { ImportSettings } from "@/bindings/ImportSettings";
import { Chip } from "@/components/Chip";
import { words } from "@/words";
import { MeaningSelect } from "./MeaningSelect";
import { type ColumnMeaning, columnLetters } from "./mapping";

interface ColumnRowProps {
  column: ColumnMap;
  settings: ImportSettings;
  /** Place in the table, the heading being 1. */
  row: number;
  height: number;
  /** Letters of the columns with the same header. */
  sameAs: string[] | undefined;
  onAbout: () => void;
  onMeaning: (meaning: ColumnMeaning) => void;
}

export function ColumnRow(props: ColumnRowProps) {
  const { column, settings, row, height, sameAs, onAbout, onMeaning } = props;
  const why = useId();
  return (
    <tr aria-rowindex={row} style={{ height }} onPointerEnter={onAbout} onFocus={onAbout}>
      <td className="text-muted">{columnLetters(column.index)}</td>
      <td>
        <span className="flex items-center gap-2">
          <span className="min-w-0 truncate font-medium" title={column.header}>
            {column.header || <span className="text-muted">–</span>}
          </span>
          {sameAs && <Chip tone="warn">{words.imports.duplicate(sameAs.join(", "))}</Chip>}
        </span>
      </td>
      <td className="truncate text-muted" title={column.samples.join("\n")}>
        {samplesOf(column)}
      </td>
      <td>
        {column.secret ? (
          <span className="flex items-center gap-1.5 text-muted">
            <Lock aria-hidden className="size-3.5 flex-none" />
            {words.imports.secretColumn}
          </span>
        ) : (
          <MeaningSelect column={column} settings={settings} describedBy={why} onMeaning={onMeaning} />
        )}
      </td>
      <td>
        <Confidence column={column} />
        <span id={why} className="visually-hidden">
          {column.why}
        </span>
      </td>
    </tr>
  );
}

function samplesOf({ secret, samples }: ColumnMap): string {
  if (secret) return "••••";
  return samples.length > 0 ? samples.join(" · ") : words.imports.noSamples;
}

/** A quiet bar; the number beside it says the same. */
function Confidence({ column }: { column: ColumnMap }) {
  if (column.field === null || column.secret) return null;
  const tone = column.confidence >= 80 ? "bg-ok" : column.confidence >= 50 ? "bg-warn" : "bg-muted";
  return (
    <span className="flex items-center gap-2" title={column.why}>
      <span aria-hidden className="h-1 w-14 flex-none overflow-hidden rounded-full bg-line">
        <span className={`block h-full ${tone}`} style={{ width: `${column.confidence}%` }} />
      </span>
      <span className="text-muted text-small tabular-nums">{words.imports.sure(column.confidence)}</span>
    </span>
  );
}
