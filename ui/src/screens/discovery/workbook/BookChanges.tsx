/** The changes of one section: each row of the site with its fields, what they were, are and would become. */
import type { ReactNode } from "react";
import type { BookChange } from "@/bindings/BookChange";
import type { BookFieldValues } from "@/bindings/BookFieldValues";
import { Chip } from "@/components/Chip";
import { Section } from "@/components/Page";
import { words } from "@/words";
import { type Decisions, placeOf, type Question, questionsOf, type Side, sideOf } from "./decisions";

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
            <ChangedRow change={change} />
            {change.kind === "changed" ? (
              questionsOf(change).map((question) => (
                <FieldLine key={question.key} question={question} {...deciding} />
              ))
            ) : (
              <RowLine change={change} {...deciding} />
            )}
          </tbody>
        ))}
      </table>
    </Section>
  );
}

/** Which row of the site the lines below are about. */
function ChangedRow({ change: { kind, label, fields } }: { change: BookChange }) {
  const isConflict = fields.some((field) => field.isConflict);
  return (
    <tr className="bg-raised">
      <th scope="rowgroup" colSpan={4}>
        <span className="flex flex-wrap items-center gap-2 whitespace-normal py-1 text-body text-text">
          <span className="wrap-anywhere min-w-0">{label}</span>
          {kind === "added" && <Chip tone="ok">{book.added}</Chip>}
          {kind === "removed" && <Chip tone="warn">{book.removed}</Chip>}
          {isConflict && <Chip tone="warn">{book.both}</Chip>}
        </span>
      </th>
    </tr>
  );
}

interface LineProps extends Deciding {
  question: Question;
}

function FieldLine({ question, ...deciding }: LineProps) {
  const { field, change } = question;
  if (!field) return null;
  const what = `${change.label}, ${field.heading}`;
  const ours = shown(field.ours);
  const theirs = shown(field.theirs);
  return (
    <tr className="last:[&>*]:border-b-0 [&>*]:align-top">
      <th scope="row">
        <FieldName field={field} sheet={change.sheet} />
      </th>
      <td>
        <p className="wrap-anywhere py-1.5">
          <Value text={field.base} />
        </p>
      </td>
      <td>
        <Choice question={question} side="ours" label={book.keepOurs(what, ours)} {...deciding}>
          <Value text={field.ours} />
        </Choice>
      </td>
      <td>
        <Choice question={question} side="theirs" label={book.takeTheirs(what, theirs)} {...deciding}>
          <Value text={field.theirs} />
        </Choice>
      </td>
    </tr>
  );
}

/** A row that is new, or that the workbook lacks: decided as a whole. */
function RowLine({ change, ...deciding }: Deciding & { change: BookChange }) {
  const [question] = questionsOf(change);
  if (!question) return null;
  const isNew = change.kind === "added";
  const ours = isNew ? book.leaveOut : book.keep;
  const theirs = isNew ? book.add : book.remove;
  return (
    <tr className="last:[&>*]:border-b-0 [&>*]:align-top">
      <td colSpan={2}>
        {!isNew && <p className="pt-1.5">{book.gone}</p>}
        <dl className="flex flex-wrap gap-x-3 py-1.5">
          {change.fields.map((field) => (
            <div key={field.field} className="flex min-w-0 gap-1.5">
              <dt className="text-muted">{field.heading}</dt>
              <dd className="wrap-anywhere min-w-0">
                {isNew ? <Value text={field.theirs} /> : book.since(shown(field.base), shown(field.ours))}
              </dd>
            </div>
          ))}
        </dl>
      </td>
      <td>
        <Choice question={question} side="ours" label={book.choose(change.label, ours)} {...deciding}>
          {ours}
        </Choice>
      </td>
      <td>
        <Choice question={question} side="theirs" label={book.choose(change.label, theirs)} {...deciding}>
          {theirs}
        </Choice>
      </td>
    </tr>
  );
}

function FieldName({ field, sheet }: { field: BookFieldValues; sheet: string }) {
  return (
    <span className="flex flex-col whitespace-normal py-1.5 font-medium text-body text-text">
      {field.heading}
      <span className="number text-muted">{placeOf(sheet, field.cell)}</span>
    </span>
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
    <label className="flex min-h-8 items-start gap-2 py-1.5">
      <input
        type="radio"
        name={question.key}
        className="mt-0.5 size-4 flex-none accent-accent"
        aria-label={label}
        disabled={readOnly}
        checked={sideOf(question, decisions) === side}
        onChange={() => onDecide(question, side)}
      />
      <span className="wrap-anywhere min-w-0">{children}</span>
    </label>
  );
}

function Value({ text: value }: { text: string | null }) {
  if (value === null) return <span className="text-muted italic">{book.empty}</span>;
  return <span className="whitespace-pre-line">{value}</span>;
}

function shown(value: string | null): string {
  return value === null ? book.empty : `“${value}”`;
}
