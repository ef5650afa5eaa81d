/** A field below its label, with what became of it. */
import { useId } from "react";
import type { Column } from "./cells";
import { FieldControl } from "./FieldControl";
import { FieldNews } from "./FieldNews";
import type { Fields } from "./useFields";

interface LabelledFieldProps<Values> {
  column: Column<Values>;
  fields: Fields<Values>;
  readOnly?: boolean;
  emptyLabel?: string;
  className?: string;
  onEnter?: (back: boolean) => void;
  /** Ids of further texts about the field. */
  describedBy?: string;
}

export function LabelledField<Values extends object>(props: LabelledFieldProps<Values>) {
  const { column, fields, className } = props;
  const id = useId();
  const hasNews = fields.drafts[column.field]?.news;
  const described = [column.help && `${id}-help`, hasNews && `${id}-news`, props.describedBy];
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${className ?? ""}`}>
      <label htmlFor={id} className="font-medium text-small">
        {column.label}
      </label>
      <FieldControl
        column={column}
        fields={fields}
        id={id}
        readOnly={props.readOnly}
        emptyLabel={props.emptyLabel}
        onEnter={props.onEnter}
        describedBy={described.filter(Boolean).join(" ") || undefined}
      />
      {column.help && (
        <p id={`${id}-help`} className="text-muted text-small">
          {column.help}
        </p>
      )}
      <FieldNews id={`${id}-news`} column={column} fields={fields} />
    </div>
  );
}
