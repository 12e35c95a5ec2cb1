import type { Passage } from "./judge";

/** About as many characters as are shown of a text at once. */
const width = 320;
/** A text is read up to here, in characters: what is far down a book is looked up by a person. */
const longest = 400_000;

/**
 * The passage of a text that has most of a sentence's words close together, rare ones first; null where less than two of
 * them come together anywhere. It is a place to begin reading, and says nothing of what the text bears out.
 */
export function likelyPassage(text: string, sentence: string): Passage | null {
  const wanted = new Set(wordsOf(sentence).map(({ word }) => word));
  const hits = wordsOf(text.slice(0, longest)).filter(({ word }) => wanted.has(word));
  const often = new Map<string, number>();
  for (const { word } of hits) often.set(word, (often.get(word) ?? 0) + 1);
  const worth = (word: string) => 1 / (often.get(word) ?? 1) + 1;

  let best: Passage | null = null;
  let most = 0;
  const inside = new Map<string, number>();
  let sum = 0;
  let first = 0;
  for (const last of hits) {
    const held = inside.get(last.word) ?? 0;
    inside.set(last.word, held + 1);
    if (held === 0) sum += worth(last.word);
    for (let opening = hits[first]; opening && last.to - opening.from > width; opening = hits[++first]) {
      const left = (inside.get(opening.word) ?? 1) - 1;
      if (left > 0) inside.set(opening.word, left);
      else {
        inside.delete(opening.word);
        sum -= worth(opening.word);
      }
    }
    const opening = hits[first];
    if (!opening || inside.size < 2 || sum <= most + 1e-9) continue;
    most = sum;
    best = { from: opening.from, to: last.to };
  }
  return best;
}

/** Where words stand in a text, whatever their case; at most so many, each with 160 characters around it to be read. */
export function placesOf(text: string, words: string, most: number): Passage[] {
  const pattern = words.normalize("NFC").trim().split(/\s+/u).map(escaped).join(String.raw`\s+`);
  if (pattern === "") return [];
  const places: Passage[] = [];
  for (const match of text.matchAll(new RegExp(pattern, "giu"))) {
    places.push({ from: match.index, to: match.index + match[0].length });
    if (places.length === most) break;
  }
  return places;
}

type Word = { word: string; from: number; to: number };

/** The words that say something: four letters and more, and all figures. */
function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(/\p{L}{4,}|\p{N}+(?:[.,]\p{N}+)*/gu))
    found.push({ word: match[0].toLowerCase(), from: match.index, to: match.index + match[0].length });
  return found;
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);
