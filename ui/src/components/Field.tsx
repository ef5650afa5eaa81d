/** A labelled control with its help and its error, tied together for screen readers. */
import { type ComponentPropsWithRef, type ReactNode, useId } from "react";

interface FrameProps {
  label: string;
  help?: string;
  error?: string;
  /** Shows after the label that the field may stay empty. */
  optional?: boolean;
  className?: string;
}

interface Described {
  id: string;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
}

function Frame({
  label,
  help,
  error,
  optional,
  className,
  children,
}: FrameProps & { children: (props: Described) => ReactNode }) {
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${className ?? ""}`}>
      <label htmlFor={id} className="text-small font-medium">
        {label}
        {optional && <span className="ml-1 font-normal text-muted">(optional)</span>}
      </label>
      {children({ id, "aria-invalid": error ? true : undefined, "aria-describedby": described })}
      {help && (
        <p id={`${id}-help`} className="text-small text-muted">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-small text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

type TextFieldProps = FrameProps & Omit<ComponentPropsWithRef<"input">, "className">;

export function TextField({ label, help, error, optional, className, ...input }: TextFieldProps) {
  return (
    <Frame label={label} help={help} error={error} optional={optional} className={className}>
      {(described) => (
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...input}
          {...described}
          className="input"
        />
      )}
    </Frame>
  );
}

type TextAreaProps = FrameProps & Omit<ComponentPropsWithRef<"textarea">, "className">;

export function TextArea({ label, help, error, optional, className, ...area }: TextAreaProps) {
  return (
    <Frame label={label} help={help} error={error} optional={optional} className={className}>
      {(described) => <textarea rows={3} {...area} {...described} className="input" />}
    </Frame>
  );
}

export interface Choice {
  value: string;
  label: string;
}

type SelectFieldProps = FrameProps &
  Omit<ComponentPropsWithRef<"select">, "className" | "children"> & {
    choices: readonly Choice[];
    /** The first, empty entry; absent when a choice must be made. */
    emptyLabel?: string;
  };

export function SelectField({
  label,
  help,
  error,
  optional,
  className,
  choices,
  emptyLabel,
  ...select
}: SelectFieldProps) {
  return (
    <Frame label={label} help={help} error={error} optional={optional} className={className}>
      {(described) => (
        // Choices that arrive later need a fresh element, or the form's value would be lost to "no such option".
        <select key={choices.length} {...select} {...described} className="input">
          {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
          {choices.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
}

type CheckFieldProps = { label: string } & Omit<ComponentPropsWithRef<"input">, "type">;

export function CheckField({ label, ...input }: CheckFieldProps) {
  return (
    <label className="check">
      <input type="checkbox" {...input} className="size-4 accent-accent" />
      {label}
    </label>
  );
}
