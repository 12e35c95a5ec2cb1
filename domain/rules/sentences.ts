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

/** Only a run of stops as a whole is tried, so that a page of dots takes no longer than a page of words. */
const stops = /(?<![.!?…])[.!?…]+["'”’»)\]]*(?=\s|$)|(?<![。！？])[。！？]+[」』”’）]*/gu;

function endsSentence(text: string, start: number, end: number, stop: string): boolean {
  const at = nextVisible(text, end);
  if (at >= text.length) return true;
  const next = text.charAt(at);
  if (/\p{Ll}/u.test(next)) return false;
  if (stop !== ".") return true;
  const word = wordBefore(text, start);
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) || titles.has(word.toLowerCase())) return false;
  return !(/\p{N}/u.test(next) && beforeNumbers.has(word.toLowerCase()));
}

/** The word that ends at `end`; no abbreviation is longer than eight letters, so more are not looked at. */
function wordBefore(text: string, end: number): string {
  let from = end;
  while (from > 0 && end - from <= 8 && !/[\s("'“‘«[]/u.test(text.charAt(from - 1))) from--;
  return text.slice(from, end);
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
  while (at < text.length && (text.charCodeAt(at) === 32 || /\s/u.test(text.charAt(at)))) at++;
  return at;
}
