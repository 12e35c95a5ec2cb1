/** A title between quotation marks: its words, and where the marks begin and end. */
export type Quoted = { title: string; start: number; end: number };

/** The first passage of a line between quotation marks of any country that is long enough for a title; null for none. */
export function quotedIn(text: string): Quoted | null {
  const openings = [...text.matchAll(/(?<=^|[\s([—–-])[“„«"‘']/gu)].slice(0, 6);
  for (const { index, 0: mark } of openings) {
    const close = closeOf(text, index, mark);
    if (close === null) continue;
    const title = text.slice(index + 1, close).trim();
    if (title.length >= 3 && /\p{L}/u.test(title)) return { title: withoutStop(title), start: index, end: close + 1 };
  }
  return null;
}

const pairs: Readonly<Record<string, string>> = { "“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'" };

/** Where a quotation ends: marks of its own kind inside are counted, and an apostrophe is no mark. */
function closeOf(text: string, start: number, mark: string): number | null {
  const closers = pairs[mark] ?? "";
  let depth = 1;
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === mark && !closers.includes(mark)) depth++;
    else if (closers.includes(character) && !isApostrophe(text, at, character)) depth--;
    if (depth === 0) return at;
  }
  return null;
}

function isApostrophe(text: string, at: number, character: string): boolean {
  if (character !== "’" && character !== "'") return false;
  return (
    /[\p{L}\d]/u.test(text.charAt(at + 1)) || (text.slice(0, at).endsWith("s") && /^. \p{Ll}/u.test(text.slice(at)))
  );
}

const withoutStop = (title: string): string => title.replace(/(?<![.\s]\p{Lu})[.,;]$/u, "").trim();
