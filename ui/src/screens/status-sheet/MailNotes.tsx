/** What an e-mail does not say plainly, and what of it was not read. */
import type { MailRead } from "@/bindings/MailRead";
import { Section } from "@/components/Page";
import { words } from "@/words";

const say = words.mail;

export function MailNotes({ mail: { questions, ignored } }: { mail: MailRead }) {
  return (
    <>
      {questions.length > 0 && (
        <Section title={say.questions}>
          <ul className="flex flex-col gap-1 text-warn">
            {questions.map(({ line, text }) => (
              <li key={`${line} ${text}`}>{say.question(line, text)}</li>
            ))}
          </ul>
        </Section>
      )}
      {ignored.length > 0 && (
        <p className="text-muted text-small">
          {say.ignored}:{" "}
          {ignored.map(({ fromLine, toLine, why }) => say.ignoredPart(fromLine, toLine, why)).join("; ")}.
        </p>
      )}
    </>
  );
}
