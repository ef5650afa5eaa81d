/** The proposals of one status sheet or e-mail, the questions it leaves open, and the one confirmation. */
import { useState } from "react";
import type { DateOrder } from "@/bindings/DateOrder";
import type { SheetChoices } from "@/bindings/SheetChoices";
import type { StatusSheetPreview } from "@/bindings/StatusSheetPreview";
import { Button } from "@/components/Button";
import { ErrorNotice } from "@/components/ErrorNotice";
import { SelectField, TextField } from "@/components/Field";
import { orNull } from "@/components/FormDialog";
import { Section } from "@/components/Page";
import { Answer } from "@/components/Query";
import { TimeZoneField } from "@/components/TimeZoneField";
import { notify } from "@/components/Toast";
import { formatCount } from "@/format";
import { useRead, useWrite } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { choicesOf, labels, words } from "@/words";
import { accepted, type Decisions } from "./accept";
import { MailNotes } from "./MailNotes";
import { Proposals } from "./Proposals";
import { RejectedLines, UnknownOrders } from "./Unplaced";

interface StatusSheetReviewProps {
  fileId: string;
  isMail?: boolean;
  migrationId: string | null;
  onDone: () => void;
}

interface Answers {
  /** Empty until somebody chooses: the sheet that looks like a status export. */
  sheet: string;
  dateOrder: DateOrder | "";
  focTime: string;
  focZone: string;
}

export function StatusSheetReview({ fileId, isMail = false, migrationId, onDone }: StatusSheetReviewProps) {
  const [answers, setAnswers] = useState<Answers>({ sheet: "", dateOrder: "", focTime: "", focZone: "" });
  const [decisions, setDecisions] = useState<Decisions>({});
  const choices = {
    file: fileId,
    isMail,
    sheet: isAnswered(answers, isMail) ? sheetChoices(fileId, answers) : null,
    migrationId,
    country: null,
    focTime: orNull(answers.focTime),
    focZone: orNull(answers.focZone),
  };
  const preview = useRead("status_sheet_preview", choices, { keepPrevious: true });
  const codes = useRead("reject_code_list", {});
  const confirm = useWrite("status_sheet_confirm");
  const mayChange = useMayChange();

  async function take({ orders, fingerprint }: StatusSheetPreview) {
    const steps = accepted(orders, decisions);
    await confirm.mutateAsync({ choices, fingerprint, accepted: steps });
    notify(words.statusSheet.confirmed(formatCount(steps.length)));
    onDone();
  }

  return (
    <Answer of={preview}>
      {(shown) => {
        const count = accepted(shown.orders, decisions).length;
        return (
          <>
            <p className="text-muted">
              {shown.mail
                ? words.mail.of(shown.mail.subject ?? shown.fileName)
                : words.statusSheet.of(shown.sheet, shown.fileName)}
            </p>
            <Questions
              shown={shown}
              answers={answers}
              onAnswer={(change) => setAnswers({ ...answers, sheet: shown.sheet, ...change })}
            />
            {preview.error && <ErrorNotice error={preview.error} />}
            <Section title={words.statusSheet.proposals} flush>
              <Proposals
                proposals={shown.orders}
                isMail={isMail}
                decisions={decisions}
                rejectCodes={codes.data ?? []}
                onDecide={(orderId, decision) => setDecisions({ ...decisions, [orderId]: decision })}
              />
            </Section>
            {shown.mail && <MailNotes mail={shown.mail} />}
            <UnknownOrders orders={shown.unknown} isMail={isMail} />
            <RejectedLines lines={shown.rejected} />
            {confirm.error && <ErrorNotice error={confirm.error} onRetry={() => preview.refetch()} />}
            {mayChange && (
              <footer className="flex items-center justify-end gap-3">
                <span className="text-muted text-small">{words.statusSheet.confirmHelp}</span>
                <Button
                  tone="primary"
                  disabled={count === 0 || preview.isPlaceholderData}
                  busy={confirm.isPending}
                  onClick={() => take(shown).catch(() => {})}
                >
                  {words.statusSheet.confirm(formatCount(count))}
                </Button>
              </footer>
            )}
          </>
        );
      }}
    </Answer>
  );
}

interface QuestionsProps {
  shown: StatusSheetPreview;
  answers: Answers;
  onAnswer: (change: Partial<Answers>) => void;
}

function Questions({ shown, answers, onAnswer }: QuestionsProps) {
  const say = shown.mail ? words.mail : words.statusSheet;
  const asksDates = shown.ambiguousDates.length > 0 || answers.dateOrder !== "";
  return (
    <div className="flex flex-wrap gap-3">
      {shown.sheets.length > 1 && (
        <SelectField
          label={words.statusSheet.sheet}
          choices={shown.sheets.map((name) => ({ value: name, label: name }))}
          value={shown.sheet}
          onChange={(event) => onAnswer({ sheet: event.target.value })}
        />
      )}
      {asksDates && (
        <SelectField
          label={words.statusSheet.dateOrder}
          help={
            shown.ambiguousDates.length > 0 ? say.dateOrderHelp(shown.ambiguousDates.join(", ")) : undefined
          }
          choices={choicesOf(labels.dateOrder)}
          emptyLabel={words.statusSheet.undecided}
          value={answers.dateOrder}
          onChange={(event) => onAnswer({ dateOrder: event.target.value as DateOrder | "" })}
        />
      )}
      <TextField
        label={words.statusSheet.focTime}
        help={say.focTimeHelp}
        type="time"
        value={answers.focTime}
        onChange={(event) => onAnswer({ focTime: event.target.value })}
      />
      <TimeZoneField
        label={words.statusSheet.focZone}
        help={words.statusSheet.focZoneHelp}
        defaultValue={answers.focZone}
        onBlur={(event) =>
          event.target.value !== answers.focZone && onAnswer({ focZone: event.target.value })
        }
      />
    </div>
  );
}

/** An e-mail has no sheet to choose, only its dates may need an answer. */
function isAnswered({ sheet, dateOrder }: Answers, isMail: boolean): boolean {
  return isMail ? dateOrder !== "" : sheet !== "";
}

function sheetChoices(file: string, { sheet, dateOrder }: Answers): SheetChoices {
  return {
    file,
    sheet,
    include: true,
    target: null,
    headerRow: null,
    columns: null,
    valueMap: null,
    defaults: null,
    dateOrder: dateOrder === "" ? null : dateOrder,
    formatId: null,
    profileId: null,
    withoutProfile: false,
    saveProfileAs: null,
  };
}
