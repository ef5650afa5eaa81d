/** What became of the fields of a record that could not simply be saved. */
import { CircleAlert } from "lucide-react";
import { Button } from "@/components/Button";
import { words } from "@/words";
import { type Column, shownValue } from "./cells";
import type { Fields } from "./useFields";

interface FieldNewsProps<Values> {
  column: Column<Values>;
  fields: Fields<Values>;
  id?: string;
}

export function FieldNews<Values extends object>({ column, fields, id }: FieldNewsProps<Values>) {
  const draft = fields.drafts[column.field];
  if (draft?.news?.kind === "refused") {
    return (
      <p id={id} role="alert" className="flex items-start gap-1.5 text-danger text-small">
        <CircleAlert aria-hidden className="size-4 flex-none" />
        {draft.news.message}
      </p>
    );
  }
  if (draft?.news?.kind !== "conflict") return null;
  const theirs = shownValue(column.editor, draft.news.theirs) || words.discovery.fields.empty;
  const mine = shownTyped(column, draft.text) || words.discovery.fields.empty;
  return (
    <div id={id} role="alert" className="flex flex-wrap items-center gap-2 text-small text-warn">
      <span className="min-w-0 flex-1 basis-60">
        {words.discovery.fields.conflict(column.label, theirs)} {words.discovery.fields.mine(mine)}
      </span>
      <Button onClick={() => fields.keepMine(column)}>{words.discovery.fields.keepMine}</Button>
      <Button onClick={() => fields.restore(column)}>{words.discovery.fields.takeTheirs}</Button>
    </div>
  );
}

function shownTyped<Values>({ editor }: Column<Values>, text: string): string {
  return editor.kind === "choice" || editor.kind === "check" ? shownValue(editor, text) : text;
}
