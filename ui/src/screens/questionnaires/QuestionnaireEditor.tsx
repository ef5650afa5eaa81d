/** Edits a questionnaire of the team; what is saved is its next version. */
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useEffect, useState } from "react";
import type { QuestionnaireTemplate } from "@/bindings/QuestionnaireTemplate";
import { Button } from "@/components/Button";
import { ErrorNotice } from "@/components/ErrorNotice";
import { SelectField, TextField } from "@/components/Field";
import { Page } from "@/components/Page";
import { Answer } from "@/components/Query";
import { notify } from "@/components/Toast";
import type { ApiError } from "@/host";
import { toApiError } from "@/host/error";
import { call, useRead } from "@/queries/commands";
import { words } from "@/words";
import { blank, type DraftQuestion, documentOf, draftOf, moved, nextId } from "./draft";
import { QuestionForm } from "./QuestionForm";

const say = words.questionnaires;

export function QuestionnaireEditor() {
  const { name } = useSearch({ from: "/questionnaires/edit" });
  return name === undefined ? <Editor key="" template={null} /> : <Known key={name} name={name} />;
}

function Known({ name }: { name: string }) {
  const template = useRead("questionnaire_get", { name, version: null });
  // The version that was read first: what somebody else saves meanwhile is told as a conflict.
  const [first, setFirst] = useState<QuestionnaireTemplate>();
  useEffect(() => setFirst((before) => before ?? template.data), [template.data]);
  if (first) return <Editor template={first} />;
  return <Answer of={template}>{() => null}</Answer>;
}

function Editor({ template }: { template: QuestionnaireTemplate | null }) {
  const [name, setName] = useState(template?.name ?? "");
  const [draft, setDraft] = useState(() => (template ? draftOf(template.document) : [blank([])]));
  const { error, isBusy, save } = useSave(template);
  const [added, setAdded] = useState<number>();
  const set = (id: number, part: Partial<DraftQuestion>) =>
    setDraft((before) =>
      before.map((question) => (question.id === id ? { ...question, ...part } : question)),
    );
  function add(question: DraftQuestion) {
    setDraft([...draft, question]);
    setAdded(question.id);
  }
  return (
    <Page
      context={<Link to="/questionnaires">{say.title}</Link>}
      title={template ? say.editTitle(template.name) : say.new}
      actions={
        <Button tone="primary" busy={isBusy} onClick={() => void save(name, draft)}>
          {template ? say.save : say.saveFirst}
        </Button>
      }
    >
      {error && <ErrorNotice error={error} />}
      {!template && (
        <TextField
          className="max-w-md"
          label={say.name}
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      {draft.length === 0 && <p className="text-muted">{say.noQuestions}</p>}
      <ol className="flex flex-col gap-3">
        {draft.map((question, index) => (
          <QuestionForm
            key={question.id}
            question={question}
            number={index + 1}
            count={draft.length}
            takesFocus={question.id === added}
            onChange={(part) => set(question.id, part)}
            onMove={(by) => setDraft(moved(draft, index, index + by))}
            onRemove={() => setDraft(draft.filter(({ id }) => id !== question.id))}
          />
        ))}
      </ol>
      <div className="flex flex-wrap items-end gap-3">
        <Button icon={Plus} onClick={() => add(blank(draft))}>
          {say.addQuestion}
        </Button>
        <TakeOver draft={draft} onChoose={add} />
      </div>
    </Page>
  );
}

interface TakeOverProps {
  draft: DraftQuestion[];
  onChoose: (question: DraftQuestion) => void;
}

/** A question with the key of one of the survey takes its place where the questionnaire is asked. */
function TakeOver({ draft, onChoose }: TakeOverProps) {
  const all = useRead("questionnaire_list", {});
  const survey = all.data?.find(({ isBuiltIn }) => isBuiltIn)?.name ?? "";
  const template = useRead("questionnaire_get", { name: survey, version: null }, { enabled: survey !== "" });
  const questions = template.data?.document.questions ?? [];
  const free = questions.filter(({ key }) => draft.every((question) => question.key !== key));
  return (
    <SelectField
      className="max-w-xl min-w-60 flex-1"
      label={say.takeOver}
      emptyLabel={say.takeOverEmpty}
      choices={free.map(({ key, text }) => ({ value: key, label: text }))}
      value=""
      onChange={(event) => {
        const question = free.find(({ key }) => key === event.target.value);
        const [taken] = question ? draftOf({ questions: [question] }, nextId(draft)) : [];
        if (taken) onChoose(taken);
      }}
    />
  );
}

function useSave(template: QuestionnaireTemplate | null) {
  const navigate = useNavigate();
  const [error, setError] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function save(name: string, draft: DraftQuestion[]) {
    setBusy(true);
    setError(null);
    try {
      const document = documentOf(name, draft);
      const request = { name, version: template?.version ?? null, document };
      const { questionnaire, isNew } = await call("questionnaire_save", request);
      notify(isNew ? say.saved(questionnaire.name, questionnaire.version) : say.savedSame);
      await navigate({ to: "/questionnaires" });
    } catch (cause) {
      setError(toApiError(cause));
    } finally {
      setBusy(false);
    }
  }
  return { error, isBusy, save };
}
