/** What the carrier's form takes of single facts, checked before a request leaves. */
import { Plus, Trash2 } from "lucide-react";
import type { FieldLimit } from "@/bindings/FieldLimit";
import type { SheetField } from "@/bindings/SheetField";
import { Button } from "@/components/Button";
import { CheckField, SelectField } from "@/components/Field";
import { words } from "@/words";
import { replaced, without } from "./lists";
import { NumberField } from "./NumberField";
import { fieldChoices } from "./writing";

const say = words.carriers.sheet;

interface LimitsTableProps {
  limits: FieldLimit[];
  onChange: (limits: FieldLimit[]) => void;
}

export function LimitsTable({ limits, onChange }: LimitsTableProps) {
  const blank: FieldLimit = { field: "legal_name", maxLength: 25, noSpacesOrDashes: false };
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-medium">{say.limits}</h3>
      <p className="text-muted text-small">{say.limitsHelp}</p>
      <ul className="flex flex-col gap-2">
        {limits.map((limit, index) => {
          const set = (part: Partial<FieldLimit>) => onChange(replaced(limits, index, { ...limit, ...part }));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: limits have no id; their place is what they are.
            <li key={index} className="flex flex-wrap items-end gap-3">
              <SelectField
                label={say.shows}
                choices={fieldChoices(false)}
                value={limit.field}
                onChange={(event) => set({ field: event.target.value as SheetField })}
              />
              <NumberField
                label={say.longest}
                optional
                value={limit.maxLength}
                onChange={(maxLength) => set({ maxLength })}
              />
              <CheckField
                label={say.plain}
                checked={limit.noSpacesOrDashes}
                onChange={(event) => set({ noSpacesOrDashes: event.target.checked })}
              />
              <Button
                tone="quiet"
                icon={Trash2}
                label={say.remove(index + 1)}
                onClick={() => onChange(without(limits, index))}
              />
            </li>
          );
        })}
      </ul>
      <div>
        <Button icon={Plus} onClick={() => onChange([...limits, blank])}>
          {say.addLimit}
        </Button>
      </div>
    </div>
  );
}
