/** The survey that comes with the program and the team's own questionnaires, out and in as files. */
import { Link } from "@tanstack/react-router";
import { Download, Pencil, Plus, Upload } from "lucide-react";
import type { QuestionnaireSummary } from "@/bindings/QuestionnaireSummary";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { Page } from "@/components/Page";
import { Answer } from "@/components/Query";
import { notify, notifyError } from "@/components/Toast";
import { formatCount } from "@/format";
import { host } from "@/host";
import { toApiError } from "@/host/error";
import { call, useRead } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";

const say = words.questionnaires;

export function Questionnaires() {
  const questionnaires = useRead("questionnaire_list", {});
  const mayChange = useMayChange();
  return (
    <Page
      title={say.title}
      actions={
        mayChange && (
          <>
            <Button icon={Upload} onClick={() => void importFile()}>
              {say.import}
            </Button>
            <Link to="/questionnaires/edit" className="button button-primary">
              <Plus aria-hidden />
              {say.new}
            </Link>
          </>
        )
      }
    >
      <p className="max-w-3xl text-muted">{say.help}</p>
      <Answer of={questionnaires}>{(all) => <List all={all} mayChange={mayChange} />}</Answer>
    </Page>
  );
}

function List({ all, mayChange }: { all: QuestionnaireSummary[]; mayChange: boolean }) {
  return (
    <div className="panel overflow-x-auto">
      <table className="table" aria-label={say.title}>
        <thead>
          <tr>
            <th scope="col">{say.name}</th>
            <th scope="col" className="numeric">
              {say.version}
            </th>
            <th scope="col" className="numeric">
              {say.questions}
            </th>
            <th scope="col" className="numeric">
              {say.required}
            </th>
            <th scope="col" className="numeric">
              {say.answers}
            </th>
            <th scope="col">{say.askedAt}</th>
            <th scope="col">
              <span className="visually-hidden">{say.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((questionnaire) => (
            <Line key={questionnaire.name} of={questionnaire} mayChange={mayChange} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ of, mayChange }: { of: QuestionnaireSummary; mayChange: boolean }) {
  const [newest] = of.versions;
  const answers = of.versions.reduce((sum, version) => sum + version.answers, 0);
  return (
    <tr>
      <td>
        <span className="font-medium">{of.name}</span>{" "}
        {of.isBuiltIn && (
          <>
            <Chip>{say.builtIn}</Chip>
            <p className="text-muted text-small">{say.builtInHelp}</p>
          </>
        )}
      </td>
      <td className="numeric" title={say.versions(of.versions.length)}>
        {newest?.version}
      </td>
      <td className="numeric">{formatCount(newest?.questions ?? 0)}</td>
      <td className="numeric">{formatCount(newest?.required ?? 0)}</td>
      <td className="numeric">{formatCount(answers)}</td>
      <td className="whitespace-nowrap">{of.isBuiltIn ? say.everywhere : say.sites(of.sites.length)}</td>
      <td className="numeric">
        <div className="flex justify-end gap-1">
          {mayChange && !of.isBuiltIn && (
            <Link
              to="/questionnaires/edit"
              search={{ name: of.name }}
              className="button button-quiet button-icon"
              aria-label={say.edit(of.name)}
              title={say.edit(of.name)}
            >
              <Pencil aria-hidden />
            </Link>
          )}
          <Button
            tone="quiet"
            icon={Download}
            label={say.exportOf(of.name)}
            onClick={() => void exportFile(of.name)}
          />
        </div>
      </td>
    </tr>
  );
}

async function importFile() {
  try {
    const file = await host().pickOpen("questionnaire");
    if (!file) return;
    const { questionnaire, isNew } = await call("questionnaire_import", { fileId: file.id });
    const told = isNew ? say.imported : say.importedBefore;
    notify(told(questionnaire.name, questionnaire.version));
  } catch (cause) {
    notifyError(toApiError(cause));
  }
}

async function exportFile(name: string) {
  try {
    const file = await host().pickSave("questionnaire", `${name.replace(/[\\/:*?"<>|]+/g, " ").trim()}.json`);
    if (!file) return;
    const saved = await call("questionnaire_export", { name, version: null, fileId: file.id });
    notify(say.exported(saved.fileName));
  } catch (cause) {
    notifyError(toApiError(cause));
  }
}
