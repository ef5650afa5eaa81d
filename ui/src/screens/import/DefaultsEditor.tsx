/** Values for fields without a column: those found above the table, and those a person enters. */
import { Plus, X } from "lucide-react";
import { useState } from "react";
import type { FieldDefault } from "@/bindings/FieldDefault";
import type { ImportField } from "@/bindings/ImportField";
import type { SheetPreview } from "@/bindings/SheetPreview";
import { Button } from "@/components/Button";
import { labels, words } from "@/words";
import { fieldsOf, isFoundAtSite } from "./fields";
import type { ImportState } from "./useImport";

export function DefaultsEditor({ state, read }: { state: ImportState; read: SheetPreview }) {
  const { defaults, target } = read.settings;
  // Asked about in a place of its own.
  const isAsked = (field: ImportField) => field === "site" && isFoundAtSite(target);
  const free = fieldsOf(target).filter(
    ({ value }) => !isAsked(value) && !defaults.some(({ field }) => field === value),
  );
  const change = (next: FieldDefault[]) => {
    const place = { file: read.file, sheet: read.sheet };
    state.take({ kind: "sheet", place, step: { kind: "defaults", defaults: next } });
  };
  return (
    <fieldset className="flex flex-none flex-wrap items-center gap-x-4 gap-y-2">
      <legend className="mb-1 text-small">
        <span className="font-medium">{words.imports.defaults}</span>{" "}
        <span className="text-muted">{words.imports.defaultsHelp}</span>
      </legend>
      {defaults
        .filter(({ field }) => !isAsked(field))
        .map((value) => (
          <DefaultValue
            key={value.field}
            value={value}
            onText={(text) =>
              change(
                defaults.map((it) =>
                  it.field === value.field ? { ...it, value: text, sourceRow: null } : it,
                ),
              )
            }
            onRemove={() => change(defaults.filter(({ field }) => field !== value.field))}
          />
        ))}
      <span className="flex items-center gap-1">
        <Plus aria-hidden className="size-4 text-muted" />
        <select
          className="input w-44!"
          aria-label={words.imports.addDefault}
          value=""
          onChange={(event) =>
            change([...defaults, { field: event.target.value as ImportField, value: "", sourceRow: null }])
          }
        >
          <option value="">{words.imports.addDefault}</option>
          {free.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </span>
    </fieldset>
  );
}

interface DefaultValueProps {
  value: FieldDefault;
  onText: (text: string) => void;
  onRemove: () => void;
}

/** Its text counts when the field is left: every change makes a new preview. */
function DefaultValue({ value: { field, value, sourceRow }, onText, onRemove }: DefaultValueProps) {
  const [draft, setDraft] = useState(value);
  const name = labels.importField[field];
  const source =
    sourceRow === null ? words.imports.defaultTyped : words.imports.defaultFrom(String(sourceRow));
  const commit = () => draft !== value && onText(draft);
  return (
    <span className="flex items-center gap-1.5">
      <span>{name}</span>
      <input
        className="input w-36!"
        aria-label={words.imports.valueFor(name)}
        title={source}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === "Enter" && commit()}
      />
      {sourceRow !== null && <span className="text-muted text-small">{source}</span>}
      <Button tone="quiet" icon={X} label={words.imports.removeDefault(name)} onClick={onRemove} />
    </span>
  );
}
