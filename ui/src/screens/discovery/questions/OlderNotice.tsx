/** An answer that was given when something else was asked: both are shown, and the answer is kept. */
import { History } from "lucide-react";
import type { OlderAnswer } from "@/bindings/OlderAnswer";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { Button } from "@/components/Button";
import { notifyError } from "@/components/Toast";
import { toApiError } from "@/host/error";
import { words } from "@/words";
import { shownValue } from "../fields/cells";
import { type AnswerValues, editorOf, latestAnswer } from "./answers";

const say = words.discovery.questions;

interface OlderNoticeProps {
  older: OlderAnswer;
  discovery: SiteDiscovery;
  /** Answers the question of today with the same; absent where nothing can be changed. */
  onKeep?: (values: AnswerValues) => Promise<unknown>;
}

export function OlderNotice({ older, discovery, onKeep }: OlderNoticeProps) {
  const answer = latestAnswer(discovery, older.question.key);
  if (!answer) return null;
  const { state, saidBy, notes } = answer;
  const shown = answer.answer ? shownValue(editorOf(older.question), answer.answer) : null;
  return (
    <div className="flex flex-wrap items-center gap-2 rounded-md bg-warn-bg px-2 py-1 text-small text-warn">
      <History aria-hidden className="size-4 flex-none" />
      <p className="min-w-0 flex-1 basis-60">
        {say.older(older.questionnaire, older.version)}{" "}
        {shown === null
          ? say.olderAskedOnly(older.question.text)
          : say.olderAsked(older.question.text, shown)}
      </p>
      {onKeep && older.stillAnswers && (
        <Button
          onClick={() =>
            onKeep({ state, answer: answer.answer, saidBy, notes }).catch((cause: unknown) =>
              notifyError(toApiError(cause)),
            )
          }
        >
          {say.stillHolds}
        </Button>
      )}
    </div>
  );
}
