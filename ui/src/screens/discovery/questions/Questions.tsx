/** The questions of a section: what was answered, by whom, and what nobody could say. Each field is saved when it is left. */
import { NotebookPen } from "lucide-react";
import { useId, useState } from "react";
import type { DiscoverySection } from "@/bindings/DiscoverySection";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { Section } from "@/components/Page";
import { call } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { choicesOf, labels, words } from "@/words";
import type { Column } from "../fields/cells";
import { FieldControl } from "../fields/FieldControl";
import { FieldNews } from "../fields/FieldNews";
import { useFields } from "../fields/useFields";
import { useDiscoveryCache } from "../useDiscovery";
import {
  type AnswerValues,
  type AskedWith,
  editorOf,
  fitting,
  questionsOf,
  storedOf,
  withAnswer,
} from "./answers";
import { OlderNotice } from "./OlderNotice";

const say = words.discovery.questions;
const STATE: Column<AnswerValues> = {
  field: "state",
  label: say.state,
  editor: { kind: "choice", choices: choicesOf(labels.discoveryState) },
  required: true,
};
const SAID_BY: Column<AnswerValues> = { field: "saidBy", label: say.saidBy, editor: { kind: "text" } };
const NOTES: Column<AnswerValues> = { field: "notes", label: say.notes, editor: { kind: "long" } };

interface QuestionsProps {
  section: DiscoverySection;
  discovery: SiteDiscovery;
}

export function Questions({ section, discovery }: QuestionsProps) {
  const questions = questionsOf(discovery, section);
  const mayChange = useMayChange();
  if (questions.length === 0) return null;
  return (
    <Section title={say.title}>
      <ol className="flex flex-col gap-4">
        {questions.map((it) => (
          <QuestionItem
            // A new version of the questionnaire is another question.
            key={`${it.asked.key} ${it.asked.questionnaire} ${it.asked.version}`}
            of={it}
            discovery={discovery}
            readOnly={!mayChange}
          />
        ))}
      </ol>
    </Section>
  );
}

interface QuestionItemProps {
  of: AskedWith;
  discovery: SiteDiscovery;
  readOnly: boolean;
}

function QuestionItem({ of: { question, asked }, discovery, readOnly }: QuestionItemProps) {
  const id = useId();
  const column: Column<AnswerValues> = { field: "answer", label: say.answer, editor: editorOf(question) };
  const { fields, send } = useAnswer(question.key, column, discovery);
  const columns = [column, STATE, SAID_BY, NOTES];
  const [isOpen, setOpen] = useState(false);
  const hasNotes = fields.textOf(NOTES) !== "";
  const showsNotes = isOpen || hasNotes;
  const isOwn = asked.questionnaire !== discovery.asked[0]?.questionnaire;
  return (
    <li data-field={question.key} className="flex flex-col gap-1">
      <div className="flex items-start gap-2">
        <label htmlFor={id} className="min-w-0 flex-1 font-medium">
          {question.text}
          {isOwn && (
            <span className="ml-2 font-normal text-muted text-small">{say.of(asked.questionnaire)}</span>
          )}
        </label>
        {question.required && <Chip tone="warn">{words.discovery.section.required}</Chip>}
      </div>
      {asked.older && (
        <OlderNotice
          older={asked.older}
          discovery={discovery}
          onKeep={readOnly ? undefined : (values) => send(values)}
        />
      )}
      <div className="grid grid-cols-[minmax(0,1fr)_8rem_8rem_auto] items-start gap-2">
        <FieldControl
          id={id}
          column={column}
          fields={fields}
          readOnly={readOnly}
          describedBy={`${id}-why ${id}-news`}
        />
        <FieldControl column={STATE} fields={fields} readOnly={readOnly} label={say.stateOf(question.text)} />
        <FieldControl
          column={SAID_BY}
          fields={fields}
          readOnly={readOnly}
          label={say.saidByOf(question.text)}
          placeholder={say.saidBy}
        />
        <Button
          tone="quiet"
          icon={NotebookPen}
          label={say.addNotes(question.text)}
          aria-expanded={showsNotes}
          disabled={hasNotes || readOnly}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      {showsNotes && (
        <FieldControl
          column={NOTES}
          fields={fields}
          readOnly={readOnly}
          label={say.notesOf(question.text)}
          placeholder={say.notes}
        />
      )}
      <div id={`${id}-news`} className="flex flex-col gap-1">
        {columns.map((each) => (
          <FieldNews key={each.field} column={each} fields={fields} />
        ))}
      </div>
      {question.why && (
        <p id={`${id}-why`} className="text-muted text-small">
          {question.why}
        </p>
      )}
    </li>
  );
}

function useAnswer(key: string, column: Column<AnswerValues>, discovery: SiteDiscovery) {
  const siteId = discovery.site.id;
  const cache = useDiscoveryCache(siteId);
  const now = () => cache.now() ?? discovery;
  const send = async (values: AnswerValues, revision: number | null = storedOf(now(), key).revision) => {
    const stored = await call("questionnaire_answer_set", { siteId, question: key, revision, ...values });
    cache.put((before) => withAnswer(before, stored));
    return stored;
  };
  const fields = useFields<AnswerValues>(
    {
      stored: storedOf(discovery, key),
      send: async (values, revision) => {
        const { state, answer, saidBy, notes, ...stored } = await send(
          fitting(storedOf(now(), key).values, values),
          revision,
        );
        return { values: { state, answer, saidBy, notes }, revision: stored.revision };
      },
      readAgain: async () => storedOf(await cache.readAgain(), key),
    },
    [column, STATE, SAID_BY, NOTES],
  );
  return { fields, send };
}
