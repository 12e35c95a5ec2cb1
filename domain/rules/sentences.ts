/** A sentence as a range of its text block: `from` its first visible character, `to` just past its stop. */
export type Span = { from: number; to: number };

/**
 * Cuts a block of running text into sentences. A stop ends one when white space or the end follows it, the next letter
 * is not a small one, and the word before it is no abbreviation or initial; ideographic stops need no space.
 */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let from = nextVisible(text, 0);
  for (const match of text.matchAll(stops)) {
    const to = match.index + match[0].length;
    if (match.index < from || !endsSentence(text, match.index, to, match[0])) continue;
    spans.push({ from, to });
    from = nextVisible(text, to);
  }
  if (from < text.length) spans.push({ from, to: text.trimEnd().length });
  return spans;
}

const stops = /[.!?…]+["'”’»)\]]*(?=\s|$)|[。！？]+[」』”’）]*/gu;

function endsSentence(text: string, start: number, end: number, stop: string): boolean {
  const next = text.slice(nextVisible(text, end)).slice(0, 2);
  if (next === "") return true;
  if (/^\p{Ll}/u.test(next)) return false;
  if (stop !== ".") return true;
  const word = /[\p{L}\p{N}.]+$/u.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? "";
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(word)) return false;
  if (titles.has(word.toLowerCase())) return false;
  return !(beforeNumbers.has(word.toLowerCase()) && /^\p{N}/u.test(next));
}

/** Abbreviations that never end a sentence, and those that don't when a number follows. */
const titles = new Set(
  "mr mrs ms dr prof st vs e.g i.e cf al gen col lt sgt rep sen gov rev hon messrs mme mlle approx viz".split(" "),
);
const beforeNumbers = new Set(
  "no nos fig figs vol vols p pp ch art sec eq ca c jan feb mar apr jun jul aug sep sept oct nov dec".split(" "),
);

function nextVisible(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/u.test(text.charAt(at))) at++;
  return at;
}
