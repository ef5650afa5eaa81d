/** One question of a questionnaire that is being edited. Alt with an arrow key moves it. */
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { AnswerKind } from "@/bindings/AnswerKind";
import type { DiscoverySection } from "@/bindings/DiscoverySection";
import { Button } from "@/components/Button";
import { CheckField, SelectField, TextArea, TextField } from "@/components/Field";
import { choicesOf, words } from "@/words";
import type { DraftQuestion } from "./draft";

const say = words.questionnaires;

interface QuestionFormProps {
  question: DraftQuestion;
  /** Its place, from 1. */
  number: number;
  count: number;
  /** It was just added. */
  takesFocus: boolean;
  onChange: (part: Partial<DraftQuestion>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

export function QuestionForm(props: QuestionFormProps) {
  const { question, number, count, takesFocus, onChange, onMove, onRemove } = props;
  const text = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) text.current?.focus();
  }, [takesFocus]);
  function onKeyDown(event: KeyboardEvent) {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    onMove(event.key === "ArrowUp" ? -1 : 1);
  }
  return (
    <li>
      <fieldset className="panel flex flex-col gap-3 p-3" onKeyDown={onKeyDown}>
        <legend className="visually-hidden">{say.question(number)}</legend>
        <div className="flex items-end gap-1">
          <TextField
            ref={text}
            className="flex-1"
            label={`${number}. ${say.text}`}
            value={question.text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
          <Button
            tone="quiet"
            icon={ArrowUp}
            label={say.up(number)}
            disabled={number === 1}
            onClick={() => onMove(-1)}
          />
          <Button
            tone="quiet"
            icon={ArrowDown}
            label={say.down(number)}
            disabled={number === count}
            onClick={() => onMove(1)}
          />
          <Button tone="quiet" icon={Trash2} label={say.remove(number)} onClick={onRemove} />
        </div>
        <div className="grid grid-cols-3 gap-3">
          <SelectField
            label={say.section}
            choices={choicesOf<DiscoverySection>(words.discovery.sections)}
            value={question.section}
            onChange={(event) => onChange({ section: event.target.value as DiscoverySection })}
          />
          <SelectField
            label={say.kind}
            choices={choicesOf(say.kinds)}
            value={question.kind}
            onChange={(event) => onChange({ kind: event.target.value as AnswerKind })}
          />
          {question.hasKey ? (
            <div className="flex flex-col gap-1">
              <span className="font-medium text-small">{say.key}</span>
              <span className="number truncate leading-[var(--control)]" title={say.keyHelp}>
                {question.key}
              </span>
            </div>
          ) : (
            <TextField
              label={say.key}
              optional
              title={say.keyHelp}
              value={question.key}
              onChange={(event) => onChange({ key: event.target.value })}
            />
          )}
        </div>
        {question.kind === "choice" && (
          <TextArea
            label={say.choices}
            value={question.choices}
            onChange={(event) => onChange({ choices: event.target.value })}
          />
        )}
        <TextField
          label={say.why}
          optional
          value={question.why}
          onChange={(event) => onChange({ why: event.target.value })}
        />
        <CheckField
          label={say.isRequired}
          checked={question.required}
          onChange={(event) => onChange({ required: event.target.checked })}
        />
      </fieldset>
    </li>
  );
}
