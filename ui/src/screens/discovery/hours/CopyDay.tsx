/** Copies the hours of a day to others, all of them in one change. */
import { useState } from "react";
import { Button } from "@/components/Button";
import { Dialog, DialogActions, DialogBody } from "@/components/Dialog";
import { ErrorNotice } from "@/components/ErrorNotice";
import { CheckField } from "@/components/Field";
import type { ApiError } from "@/host";
import { words } from "@/words";
import { DAYS, type Day, WEEKDAYS } from "./week";

const say = words.discovery.hours;

interface CopyDayProps {
  day: Day;
  /** The hours as they are typed; empty where the day is closed. */
  text: string;
  onClose: () => void;
  onCopy: (days: Day[]) => Promise<ApiError | null>;
}

export function CopyDay({ day, text, onClose, onCopy }: CopyDayProps) {
  const others = DAYS.filter((other) => other !== day);
  const [chosen, setChosen] = useState<readonly Day[]>(WEEKDAYS.filter((other) => other !== day));
  const [error, setError] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function copy() {
    setBusy(true);
    const refusal = await onCopy(others.filter((other) => chosen.includes(other)));
    setBusy(false);
    if (refusal) setError(refusal);
    else onClose();
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say.copy(say.days[day])}
      description={say.copyDescription(text || say.closed)}
      width={420}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void copy();
        }}
      >
        <DialogBody>
          {error && <ErrorNotice error={error} />}
          <div className="flex gap-2">
            <Button onClick={() => setChosen(WEEKDAYS)}>{say.copyWeekdays}</Button>
            <Button onClick={() => setChosen(DAYS)}>{say.copyAll}</Button>
          </div>
          <div className="grid grid-cols-2 gap-x-4 gap-y-1">
            {others.map((other) => (
              <CheckField
                key={other}
                label={say.days[other]}
                checked={chosen.includes(other)}
                onChange={(event) =>
                  setChosen(event.target.checked ? [...chosen, other] : chosen.filter((it) => it !== other))
                }
              />
            ))}
          </div>
        </DialogBody>
        <DialogActions>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" tone="primary" busy={isBusy}>
            {say.copySubmit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
