/** The carrier's committed date and time, in the carrier's own zone. */
import type { RegisterOptions, UseFormRegisterReturn } from "react-hook-form";
import { TextField } from "@/components/Field";
import { TimeZoneField } from "@/components/TimeZoneField";
import { words } from "@/words";

interface FocFieldsProps {
  /** Ties a field to the form and tells what was wrong with it. */
  field: (
    name: "focDate" | "focTime" | "focZone",
    rules: Pick<RegisterOptions, "required">,
  ) => UseFormRegisterReturn & { error: string | undefined };
}

export function FocFields({ field }: FocFieldsProps) {
  const required = { required: words.welcome.required };
  return (
    <div className="grid grid-cols-[1fr_110px_1fr] gap-3">
      <TextField label={words.orders.focDate} type="date" {...field("focDate", required)} />
      <TextField label={words.orders.focTime} type="time" {...field("focTime", required)} />
      <TimeZoneField label={words.orders.focZone} {...field("focZone", required)} />
    </div>
  );
}
