/** A whole number that may be empty; what is typed on the way to it stays on screen. */
import type { ComponentPropsWithRef } from "react";
import { TextField } from "@/components/Field";

interface NumberFieldProps extends Omit<ComponentPropsWithRef<typeof TextField>, "value" | "onChange"> {
  value: number | null;
  onChange: (value: number | null) => void;
}

export function NumberField({ value, onChange, ...field }: NumberFieldProps) {
  return (
    <TextField
      {...field}
      inputMode="numeric"
      value={value === null ? "" : String(value)}
      onChange={(event) => {
        const digits = event.target.value.replace(/\D+/g, "").slice(0, 7);
        onChange(digits === "" ? null : Number(digits));
      }}
    />
  );
}
