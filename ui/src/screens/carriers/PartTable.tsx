/** The facts or columns of a sheet in their order, each with how it is written. */
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import type { SheetField } from "@/bindings/SheetField";
import { Button } from "@/components/Button";
import { words } from "@/words";
import { moved, replaced, without } from "./lists";
import { WritingCells, WritingHeads } from "./WritingCells";
import { fieldChoices, type Writing } from "./writing";

const say = words.carriers.sheet;

export interface SheetPart extends Writing {
  title: string;
  field: SheetField;
  width?: number;
}

interface PartTableProps<Part extends SheetPart> {
  title: string;
  addLabel: string;
  parts: Part[];
  onChange: (parts: Part[]) => void;
  /** What is added. */
  blank: Part;
  /** Whether they may show what differs from number to number. */
  ofNumbers?: boolean;
}

export function PartTable<Part extends SheetPart>(props: PartTableProps<Part>) {
  const { title, parts, onChange, blank, ofNumbers = false } = props;
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-medium">{title}</h3>
      <div className="overflow-x-auto">
        <table className="table" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{say.shows}</th>
              <th scope="col">{say.heading}</th>
              <WritingHeads />
              {blank.width !== undefined && <th scope="col">{say.width}</th>}
              <th scope="col">
                <span className="visually-hidden">{say.columns}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part, index) => (
              <PartRow
                // biome-ignore lint/suspicious/noArrayIndexKey: parts have no id; their place is what they are.
                key={index}
                part={part}
                row={index + 1}
                count={parts.length}
                ofNumbers={ofNumbers}
                onChange={(change) => onChange(replaced(parts, index, { ...part, ...change }))}
                onMove={(by) => onChange(moved(parts, index, by))}
                onRemove={() => onChange(without(parts, index))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div>
        <Button icon={Plus} onClick={() => onChange([...parts, blank])}>
          {props.addLabel}
        </Button>
      </div>
    </div>
  );
}

interface PartRowProps {
  part: SheetPart;
  row: number;
  count: number;
  ofNumbers: boolean;
  onChange: (part: Partial<SheetPart>) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

function PartRow({ part, row, count, ofNumbers, onChange, onMove, onRemove }: PartRowProps) {
  return (
    <tr>
      <td>
        <select
          className="input min-w-32"
          aria-label={say.of(say.shows, row)}
          value={part.field}
          onChange={(event) => onChange({ field: event.target.value as SheetField })}
        >
          {fieldChoices(ofNumbers).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </td>
      <td>
        <input
          className="input min-w-28"
          aria-label={say.of(say.heading, row)}
          value={part.title}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </td>
      <WritingCells of={part} field={part.field} row={row} onChange={onChange} />
      {part.width !== undefined && (
        <td>
          <input
            className="input w-14"
            inputMode="numeric"
            aria-label={say.of(say.width, row)}
            value={part.width}
            onChange={(event) => onChange({ width: Number(event.target.value.replace(/\D+/g, "")) })}
          />
        </td>
      )}
      <td className="whitespace-nowrap">
        <Button
          tone="quiet"
          icon={ArrowUp}
          label={say.up(row)}
          disabled={row === 1}
          onClick={() => onMove(-1)}
        />
        <Button
          tone="quiet"
          icon={ArrowDown}
          label={say.down(row)}
          disabled={row === count}
          onClick={() => onMove(1)}
        />
        <Button tone="quiet" icon={Trash2} label={say.remove(row)} onClick={onRemove} />
      </td>
    </tr>
  );
}
