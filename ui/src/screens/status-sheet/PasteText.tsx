/** A box for the text of a carrier's e-mail. */
import { useId, useState } from "react";
import { Button } from "@/components/Button";
import { Section } from "@/components/Page";
import { words } from "@/words";

const say = words.mail;

export function PasteText({ onRead }: { onRead: (text: string) => void }) {
  const [text, setText] = useState("");
  const id = useId();
  return (
    <Section title={say.title}>
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          onRead(text);
        }}
      >
        <label htmlFor={id} className="font-medium text-small">
          {say.label}
        </label>
        <textarea
          id={id}
          rows={10}
          spellCheck={false}
          aria-describedby={`${id}-help`}
          className="input message-text"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="flex items-center gap-3">
          <p id={`${id}-help`} className="min-w-0 flex-1 text-muted text-small">
            {say.help}
          </p>
          <Button type="submit" tone="primary" disabled={text.trim() === ""}>
            {say.read}
          </Button>
        </div>
      </form>
    </Section>
  );
}
