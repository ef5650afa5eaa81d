/** Reads and writes the clipboard as spreadsheets do: tab-separated text and an HTML table. Pure. */

export type Matrix = string[][];

/**
 * Tab-separated text as Excel writes it: rows end with CR LF or LF, a cell with a tab, line break or quote is
 * quoted and its quotes doubled, and one line end after the last row is not another row.
 */
export function parseTsv(text: string): Matrix {
  const rows: Matrix = [];
  let row: string[] = [];
  let at = 0;
  const input = text.replace(/\r\n?/g, "\n");
  while (at <= input.length) {
    const { value, end } = readCell(input, at);
    row.push(value);
    if (input[end] === "\t") {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = end + 1;
    if (at >= input.length) break;
  }
  return rows;
}

function readCell(input: string, start: number): { value: string; end: number } {
  if (input[start] === '"') {
    const quoted = readQuoted(input, start);
    if (quoted) return quoted;
  }
  let end = start;
  while (end < input.length && input[end] !== "\t" && input[end] !== "\n") end += 1;
  return { value: input.slice(start, end), end };
}

/** A quote that is not closed right before a separator is an ordinary character, as in `"quoted" word`. */
function readQuoted(input: string, start: number): { value: string; end: number } | null {
  let value = "";
  let at = start + 1;
  while (at < input.length) {
    const char = input[at];
    if (char !== '"') {
      value += char;
      at += 1;
      continue;
    }
    if (input[at + 1] === '"') {
      value += '"';
      at += 2;
      continue;
    }
    const after = input[at + 1];
    return after === undefined || after === "\t" || after === "\n" ? { value, end: at + 1 } : null;
  }
  return null;
}

export function toTsv(matrix: Matrix): string {
  return matrix.map((row) => row.map(quoteCell).join("\t")).join("\r\n");
}

function quoteCell(value: string): string {
  return /["\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** `mso-number-format:'\@'` keeps +12065550100 and 0042 text when Excel pastes the HTML form. */
export function toHtml(matrix: Matrix): string {
  const cell = (value: string) => `<td style="mso-number-format:'\\@'">${escapeHtml(value)}</td>`;
  const rows = matrix.map((row) => `<tr>${row.map(cell).join("")}</tr>`);
  return `<table>${rows.join("")}</table>`;
}

function escapeHtml(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r\n", "\n")
    .replaceAll("\n", "<br>");
}
