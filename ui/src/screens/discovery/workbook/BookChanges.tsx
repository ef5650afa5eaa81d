/** The changes of one section: each row of the site with its fields, what they were, are and would become. */
import type { ReactNode } from "react";
import type { BookChange } from "@/bindings/BookChange";
import type { BookFieldValues } from "@/bindings/BookFieldValues";
import { Chip } from "@/components/Chip";
import { Section } from "@/components/Page";
import { words } from "@/words";
import {
  type Decisions,
  fieldQuestion,
  placeOf,
  type Question,
  rowQuestion,
  type Side,
  sideOf,
} from "./decisions";

const book = words.discovery.workbook;

interface Deciding {
  decisions: Decisions;
  readOnly: boolean;
  onDecide: (question: Question, side: Side) => void;
}

interface BookChangesProps extends Deciding {
  title: string;
  changes: BookChange[];
}

export function BookChanges({ title, changes, ...deciding }: BookChangesProps) {
  return (
    <Section title={title} flush>
      <table className="table table-fixed">
        <thead>
          <tr>
            <th scope="col" className="w-1/4">
              {book.field}
            </th>
            <th scope="col" className="w-1/5">
              {book.base}
            </th>
            <th scope="col">{book.ours}</th>
            <th scope="col">{book.theirs}</th>
          </tr>
        </thead>
        {changes.map((change) => (
          <tbody key={change.key}>
            <RowHead change={change} {...deciding} />
            {change.kind === "changed" &&
              change.fields.map((field) => (
                <FieldLine key={field.field} change={change} field={field} {...deciding} />
              ))}
            {change.kind === "added" && <AddedLine fields={change.fields} />}
            {change.kind === "removed" && <RemovedLine change={change} {...deciding} />}
          </tbody>
        ))}
      </table>
    </Section>
  );
}

/** Which row of the site the lines below are about, and whether they are taken at all. */
function RowHead({ change, decisions, readOnly, onDecide }: Deciding & { change: BookChange }) {
  const { kind, label, fields } = change;
  const question = rowQuestion(change);
  return (
    <tr className="bg-raised">
      <th scope="rowgroup" colSpan={4}>
        <span className="flex min-h-8 flex-wrap items-center gap-2 whitespace-normal text-body text-text">
          {kind === "removed" ? (
            <span className="wrap-anywhere min-w-0">{label}</span>
          ) : (
            <label className="flex min-h-8 min-w-0 items-center gap-2">
              <input
                type="checkbox"
                className="size-4 flex-none accent-accent"
                aria-label={book.take(label)}
                disabled={readOnly}
                checked={sideOf(question, decisions) === "theirs"}
                onChange={(event) => onDecide(question, event.target.checked ? "theirs" : "ours")}
              />
              <span className="wrap-anywhere min-w-0">{label}</span>
            </label>
          )}
          {kind === "added" && (
            <>
              <span className="number text-muted">{placeOf(change.sheet, fields[0]?.cell ?? null)}</span>
              <Chip tone="ok">{book.added}</Chip>
            </>
          )}
          {kind === "removed" && <Chip tone="warn">{book.removed}</Chip>}
          {fields.some((field) => field.isConflict) && <Chip tone="warn">{book.both}</Chip>}
        </span>
      </th>
    </tr>
  );
}

interface FieldLineProps extends Deciding {
  change: BookChange;
  field: BookFieldValues;
}

function FieldLine({ change, field, ...deciding }: FieldLineProps) {
  const isLeftOut = sideOf(rowQuestion(change), deciding.decisions) === "ours";
  const asks = field.isConflict && !isLeftOut;
  const question = fieldQuestion(change, field);
  const what = `${change.label}, ${field.heading}`;
  return (
    <tr className={`last:[&>*]:border-b-0 [&>*]:align-top ${isLeftOut ? "text-muted" : ""}`}>
      <th scope="row">
        <span className="flex flex-col whitespace-normal py-1.5 font-medium text-body text-text">
          {field.heading}
          <span className="number text-muted">{placeOf(change.sheet, field.cell)}</span>
        </span>
      </th>
      <td>
        <Value of={field.base} />
      </td>
      <td>
        {asks ? (
          <Choice
            question={question}
            side="ours"
            label={book.keepOurs(what, quoted(field.ours))}
            {...deciding}
          >
            <Value of={field.ours} />
          </Choice>
        ) : (
          <Value of={field.ours} />
        )}
      </td>
      <td>
        {asks ? (
          <Choice
            question={question}
            side="theirs"
            label={book.takeTheirs(what, quoted(field.theirs))}
            {...deciding}
          >
            <Value of={field.theirs} />
          </Choice>
        ) : (
          <Value of={field.theirs} />
        )}
      </td>
    </tr>
  );
}

function AddedLine({ fields }: { fields: BookFieldValues[] }) {
  return (
    <tr>
      <td colSpan={4}>
        <dl className="flex flex-wrap gap-x-4">
          {fields.map((field) => (
            <div key={field.field} className="flex min-w-0 items-start gap-1.5">
              <dt className="py-1.5 text-muted">{field.heading}</dt>
              <dd className="min-w-0">
                <Value of={field.theirs} />
              </dd>
            </div>
          ))}
        </dl>
      </td>
    </tr>
  );
}

/** A row that the workbook lacks, with what became of it here since the export. */
function RemovedLine({ change, ...deciding }: Deciding & { change: BookChange }) {
  const question = rowQuestion(change);
  return (
    <tr className="[&>*]:align-top">
      <td colSpan={2}>
        <p className="py-1.5">{book.gone}</p>
        {change.fields.map((field) => (
          <p key={field.field} className="wrap-anywhere pb-1.5">
            {book.since(field.heading, quoted(field.base), quoted(field.ours))}
          </p>
        ))}
      </td>
      <td>
        <Choice question={question} side="ours" label={book.choose(change.label, book.keep)} {...deciding}>
          <p className="py-1.5">{book.keep}</p>
        </Choice>
      </td>
      <td>
        <Choice
          question={question}
          side="theirs"
          label={book.choose(change.label, book.remove)}
          {...deciding}
        >
          <p className="py-1.5">{book.remove}</p>
        </Choice>
      </td>
    </tr>
  );
}

interface ChoiceProps extends Deciding {
  question: Question;
  side: Side;
  /** The whole choice in words, for who does not see the row and the column. */
  label: string;
  children: ReactNode;
}

function Choice({ question, side, label, decisions, readOnly, onDecide, children }: ChoiceProps) {
  return (
    <label className="flex min-h-8 items-start gap-2">
      <input
        type="radio"
        name={question.key}
        className="mt-2 size-4 flex-none accent-accent"
        aria-label={label}
        disabled={readOnly}
        checked={sideOf(question, decisions) === side}
        onChange={() => onDecide(question, side)}
      />
      <span className="min-w-0">{children}</span>
    </label>
  );
}

function Value({ of: value }: { of: string | null }) {
  if (value === null) return <p className="py-1.5 text-muted italic">{book.empty}</p>;
  return <p className="wrap-anywhere whitespace-pre-line py-1.5">{value}</p>;
}

function quoted(value: string | null): string {
  return value === null ? book.nothingThere : `“${value}”`;
}
