/** The carrier's committed date and time, in the carrier's own zone. */
import { useFormContext } from "react-hook-form";
import { TextField } from "@/components/Field";
import { TimeZoneField } from "@/components/TimeZoneField";
import { words } from "@/words";

export interface FocValues {
  focDate: string;
  focTime: string;
  focZone: string;
}

export function FocFields() {
  const { register, formState } = useFormContext<FocValues>();
  const { errors } = formState;
  const required = { required: words.welcome.required };
  return (
    <div className="grid grid-cols-[1fr_110px_1fr] gap-3">
      <TextField
        label={words.orders.focDate}
        type="date"
        {...register("focDate", required)}
        error={errors.focDate?.message}
      />
      <TextField
        label={words.orders.focTime}
        type="time"
        {...register("focTime", required)}
        error={errors.focTime?.message}
      />
      <TimeZoneField
        label={words.orders.focZone}
        {...register("focZone", required)}
        error={errors.focZone?.message}
      />
    </div>
  );
}
