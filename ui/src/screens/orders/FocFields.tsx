/** The carrier's committed date and time, in the carrier's own zone, and what the clock at the site shows then. */
import { useFormContext } from "react-hook-form";
import { TextField } from "@/components/Field";
import { TimeZoneField } from "@/components/TimeZoneField";
import { formatZoned } from "@/format";
import { useRead } from "@/queries/commands";
import { words } from "@/words";

export interface FocValues {
  focDate: string;
  focTime: string;
  focZone: string;
}

export function FocFields({ migrationId }: { migrationId: string }) {
  const { register, formState } = useFormContext<FocValues>();
  const { errors } = formState;
  const required = { required: words.welcome.required };
  return (
    <div>
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
      <AtSite migrationId={migrationId} />
    </div>
  );
}

/** Nobody converts a commitment in their head, least of all in the weeks in which only one of the clocks has changed. */
function AtSite({ migrationId }: { migrationId: string }) {
  const [date, time, zone] = useFormContext<FocValues>().watch(["focDate", "focTime", "focZone"]);
  const isWhole = date !== "" && time !== "" && zone.includes("/");
  const times = useRead("port_foc_times", { migrationId, foc: { date, time, zone } }, { enabled: isWhole });
  if (!isWhole) return null;
  const [carrier, site] = times.data ?? [];
  return (
    <p className={`mt-1 min-h-5 text-small ${times.error ? "text-danger" : "text-muted"}`} aria-live="polite">
      {times.error && [times.error.message, ...times.error.hints].join(" ")}
      {carrier && (site ? words.orders.focAtSite(formatZoned(site)) : words.orders.focSame)}
    </p>
  );
}
