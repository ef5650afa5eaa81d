/** An IANA time zone, typed with suggestions from the platform's own list. */
import { type ComponentPropsWithRef, useId } from "react";
import { TextField } from "./Field";

type TimeZoneFieldProps = ComponentPropsWithRef<typeof TextField>;

const ZONES: string[] = Intl.supportedValuesOf?.("timeZone") ?? [];

export function localTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function TimeZoneField(props: TimeZoneFieldProps) {
  const list = useId();
  return (
    <>
      <TextField {...props} list={list} placeholder="America/Chicago" />
      <datalist id={list}>
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
