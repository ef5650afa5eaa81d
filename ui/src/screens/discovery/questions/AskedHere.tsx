/** Which questionnaires of the team are asked at a site. */
import { Link } from "@tanstack/react-router";
import type { QuestionnaireSummary } from "@/bindings/QuestionnaireSummary";
import type { SiteDiscovery } from "@/bindings/SiteDiscovery";
import { Section } from "@/components/Page";
import { Answer } from "@/components/Query";
import { notifyError } from "@/components/Toast";
import { useRead, useWrite } from "@/queries/commands";
import { useMayChange } from "@/queries/session";
import { words } from "@/words";

const say = words.discovery.askedHere;

export function AskedHere({ discovery }: { discovery: SiteDiscovery }) {
  const questionnaires = useRead("questionnaire_list", {});
  return (
    <Section
      title={say.title}
      actions={
        <Link to="/questionnaires" className="button">
          {say.manage}
        </Link>
      }
    >
      <Answer of={questionnaires}>
        {(all) => (
          <div className="flex flex-col">
            {all.map((questionnaire) => (
              <Choice key={questionnaire.name} of={questionnaire} siteId={discovery.site.id} />
            ))}
            {all.length === 1 && <p className="text-muted text-small">{say.none}</p>}
          </div>
        )}
      </Answer>
    </Section>
  );
}

function Choice({ of, siteId }: { of: QuestionnaireSummary; siteId: string }) {
  const ask = useWrite("questionnaire_ask");
  const mayChange = useMayChange();
  const [newest] = of.versions;
  return (
    <label className="flex min-h-8 items-center gap-2">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        checked={of.isBuiltIn || of.sites.includes(siteId)}
        disabled={of.isBuiltIn || !mayChange || ask.isPending}
        onChange={(event) =>
          ask.mutate(
            { siteId, name: of.name, isAsked: event.target.checked },
            { onError: (error) => notifyError(error) },
          )
        }
      />
      {of.name}
      <span className="text-muted text-small">
        {of.isBuiltIn ? say.survey : newest && say.questions(newest.questions, newest.version)}
      </span>
    </label>
  );
}
