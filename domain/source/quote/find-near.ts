import type { Atom } from "./atoms";
import type { Run } from "./find-exact";

/** Approximate search (Myers 1999): the closest places of a pattern in a text with at most so many errors. */
export type Search = (text: string, pattern: string, maxErrors: number) => readonly Match[];
type Match = { start: number; end: number; errors: number };

/** Where in a source, from an atom on, the words of a piece stand more or less; null where nothing is like them. */
export function findNear(piece: readonly Atom[], source: readonly Atom[], search: Search, from = 0): Run | null {
  const text = lineOf(source, from);
  const quote = lineOf(piece, 0);
  const parts = partsOf(quote);
  const [head, tail] = [parts[0], parts.at(-1)];
  if (!head || !tail) return null;
  for (const part of spread(parts)) {
    const anchor = closestIn(text.line, part, search);
    if (!anchor) continue;
    const begins = anchor.start - part.at;
    const ends = anchor.end + (quote.line.length - part.at - part.line.length);
    const start = part === head ? anchor.start : (near(text.line, head, begins, search)?.start ?? begins);
    const end = part === tail ? anchor.end : (near(text.line, tail, ends - tail.line.length, search)?.end ?? ends);
    return { start: text.atomAt(start), end: Math.max(text.atomAt(start), text.atomAt(end - 1)) + 1 };
  }
  return null;
}

type Line = { line: string; atomAt: (place: number) => number };
type Part = { at: number; line: string };

/** The atoms as one line of small letters, a space between any two, and which atom stands at a place of it. */
function lineOf(atoms: readonly Atom[], from: number): Line {
  const words: string[] = [];
  const starts: number[] = [];
  let length = 0;
  for (let at = from; at < atoms.length; at++) {
    const word = (atoms[at]?.text ?? "").toLowerCase();
    starts.push(length);
    words.push(word);
    length += word.length + 1;
  }
  const atomAt = (place: number): number => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return from + Math.max(0, low - 1);
  };
  return { line: words.join(" "), atomAt };
}

/** The longest pattern that is searched for at once; longer ones take longer than they tell more. */
const longest = 160;

function partsOf({ line }: { line: string }): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < line.length; ) {
    const space = at + longest < line.length ? line.lastIndexOf(" ", at + longest) : line.length;
    const end = space > at ? space : Math.min(line.length, at + longest);
    parts.push({ at, line: line.slice(at, end) });
    at = line[end] === " " ? end + 1 : end;
  }
  return parts;
}

/** So many parts of a long quote are tried before it counts as nowhere. */
const mostParts = 6;

const spread = (parts: readonly Part[]): Part[] =>
  parts.filter((_, at) => at % Math.max(1, Math.ceil(parts.length / mostParts)) === 0);

/** A third of the characters may be others: more would be other words. */
const allowed = ({ line }: Part): number => Math.floor(line.length / 3);

/** So long are the stretches that a text is searched in. */
const stretch = 20_000;
/** A text that is like the pattern in so many places repeats itself, and one place of it is as good as another. */
const mostMatches = 2_000;

/** The closest place of a part in a whole text. */
function closestIn(line: string, part: Part, search: Search): Match | null {
  let best: Match | null = null;
  let matches = 0;
  for (let from = 0; from < line.length && matches < mostMatches; from += stretch) {
    const found = search(line.slice(from, from + stretch + part.line.length * 2), part.line, allowed(part));
    matches += found.length;
    for (const match of found)
      if (!best || match.errors < best.errors)
        best = { start: match.start + from, end: match.end + from, errors: match.errors };
  }
  return best;
}

/** The place of a part that is closest to where it is expected, in places of the line. */
function near(line: string, part: Part, expected: number, search: Search): Match | null {
  const slack = 200 + part.line.length;
  const low = Math.max(0, expected - slack);
  const found = search(line.slice(low, Math.max(low, expected) + part.line.length + slack), part.line, allowed(part));
  const [best] = [...found].sort(
    (a, b) => a.errors - b.errors || Math.abs(a.start + low - expected) - Math.abs(b.start + low - expected),
  );
  return best ? { ...best, start: best.start + low, end: best.end + low } : null;
}
