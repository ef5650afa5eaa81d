/** Splits PowerShell into coloured pieces. It only paints: a piece may be named wrongly, text is never lost. Pure. */

export type PieceKind =
  | "comment"
  | "string"
  | "variable"
  | "cmdlet"
  | "parameter"
  | "keyword"
  | "number"
  | "plain";

export interface Piece {
  kind: PieceKind;
  text: string;
}

const RULES: [PieceKind, RegExp][] = [
  ["comment", /<#[\s\S]*?(?:#>|$)|#[^\n]*/y],
  ["string", /'(?:[^']|'')*(?:'|$)|"(?:[^"`]|`[\s\S]|"")*(?:"|$)/y],
  ["variable", /\$(?:\{[^}]*\}|[\w:]+)/y],
  [
    "keyword",
    /(?:if|else|elseif|foreach|for|while|try|catch|finally|function|param|return|throw|switch|continue|break|in)\b/iy,
  ],
  ["cmdlet", /[A-Z][A-Za-z]+-[A-Z][A-Za-z]+/y],
  ["parameter", /-[A-Za-z][\w]*/y],
  ["number", /\d+(?:\.\d+)?\b/y],
  ["plain", /[A-Za-z_][\w]*|\s+|[\s\S]/y],
];

export function highlight(script: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < script.length) {
    const piece = nextPiece(script, at);
    const previous = pieces.at(-1);
    if (previous?.kind === "plain" && piece.kind === "plain") previous.text += piece.text;
    else pieces.push(piece);
    at += piece.text.length;
  }
  return pieces;
}

function nextPiece(script: string, at: number): Piece {
  for (const [kind, rule] of RULES) {
    rule.lastIndex = at;
    const text = rule.exec(script)?.[0];
    if (text) return { kind, text };
  }
  return { kind: "plain", text: script.charAt(at) };
}
