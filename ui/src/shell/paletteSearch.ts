/** Which entries fit what was typed, best first. Pure. */

export interface PaletteEntry {
  id: string;
  group: string;
  label: string;
  /** Further words to be found by. */
  detail?: string;
  run: () => void;
}

/** Every typed word must begin a word of the entry, or stand inside it, which counts less. */
export function searchEntries(entries: PaletteEntry[], typed: string): PaletteEntry[] {
  const terms = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (terms.length === 0) return entries;
  return entries
    .map((entry) => ({ entry, score: scoreOf(`${entry.label} ${entry.detail ?? ""}`.toLowerCase(), terms) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

function scoreOf(text: string, terms: string[]): number {
  let score = 0;
  for (const term of terms) {
    const at = text.indexOf(term);
    if (at === -1) return 0;
    const beginsWord = at === 0 || /[\s/&]/.test(text[at - 1] ?? "") || text.includes(` ${term}`);
    score += beginsWord ? 3 : 1;
  }
  return text.startsWith(terms[0] ?? "") ? score + 1 : score;
}
