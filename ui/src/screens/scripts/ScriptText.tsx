/** A script with line numbers and colours. */
import { useMemo } from "react";
import { ScrollRegion } from "@/components/ScrollRegion";
import { words } from "@/words";
import { highlight, type PieceKind } from "./highlight";

const COLOUR: Record<PieceKind, string> = {
  comment: "text-muted italic",
  string: "text-ok",
  variable: "text-warn",
  cmdlet: "text-accent font-semibold",
  parameter: "text-info",
  keyword: "text-danger",
  number: "text-text",
  plain: "text-text",
};

export function ScriptText({ content }: { content: string }) {
  const text = useMemo(() => content.replaceAll("\r\n", "\n").replace(/^\uFEFF/, ""), [content]);
  const pieces = useMemo(() => keyed(text), [text]);
  const lines = useMemo(
    () => Array.from(text.trimEnd().split("\n"), (_, index) => index + 1).join("\n"),
    [text],
  );
  return (
    <ScrollRegion label={words.scripts.preview} className="panel flex max-h-[60vh]">
      <pre
        aria-hidden="true"
        className="sticky left-0 select-none border-line border-r bg-raised px-2 py-2 text-right font-mono text-muted text-small"
      >
        {lines}
      </pre>
      <pre className="px-3 py-2 font-mono text-small" data-testid="script-text">
        {pieces.map(({ key, kind, text: piece }) => (
          <span key={key} className={COLOUR[kind]}>
            {piece}
          </span>
        ))}
      </pre>
    </ScrollRegion>
  );
}

/** Pieces keep their place in the text as their key. */
function keyed(text: string) {
  let at = 0;
  return highlight(text).map((piece) => {
    const key = at;
    at += piece.text.length;
    return { key, ...piece };
  });
}
