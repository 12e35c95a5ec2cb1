import { isSame, reach } from "./alike";
import type { Atom } from "./atoms";
import { cutAt, isNegation } from "./meaning";

/** A run of a source's atoms: from the first up to, not including, the last. */
export type Run = { start: number; end: number };

/** Where the pieces of a quote stand in a source word for word, and whether what was left out turns the meaning round. */
export type Found = { runs: Run[]; turned: boolean };

/** The longest omission that two pieces may have between them, in characters. */
const farthest = 10_000;
/** So many places of the first piece are tried. */
const mostPlaces = 200;

/** So many words are compared at most: a text that repeats itself without end is not searched without end. */
const mostComparisons = 20_000_000;

/**
 * Finds the pieces of a quote in a source, in their order. A place where nothing turns the meaning round comes first;
 * null where the words stand nowhere.
 */
export function findExact(pieces: readonly (readonly Atom[])[], source: readonly Atom[], text: string): Found | null {
  const [first, ...rest] = pieces;
  if (!first) return null;
  let turned: Found | null = null;
  const patience = { left: mostComparisons };
  let at = placeOf(first, source, patience, 0);
  for (let places = 0; at !== null && places < mostPlaces; places++) {
    const runs: Run[] | null = chain(at, rest, source, patience);
    at = placeOf(first, source, patience, at.start + 1);
    if (!runs) continue;
    const found = { runs, turned: isTurned(runs, source, text) };
    if (!found.turned) return found;
    turned ??= found;
  }
  return turned;
}

/** The first place of a piece at or after an atom, and before a place of the text. */
function placeOf(
  piece: readonly Atom[],
  source: readonly Atom[],
  patience: { left: number },
  from: number,
  before = Infinity,
): Run | null {
  const first = piece[0]?.text ?? "";
  for (let start = from; start < source.length && patience.left > 0; start++) {
    const found = source[start];
    if (!found || found.from > before) return null;
    const isBroken = source[start + 1]?.glue === "break" || piece[1]?.glue === "break";
    if (!isBroken && !isSame(first, found.text, true)) continue;
    const length = reach(piece, source, start, patience);
    if (length !== null) return { start, end: start + length };
  }
  return null;
}

/** The pieces after the first, each at its next place; null where one is too far away or missing. */
function chain(
  first: Run,
  rest: readonly (readonly Atom[])[],
  source: readonly Atom[],
  patience: { left: number },
): Run[] | null {
  const runs = [first];
  let last = first;
  for (const piece of rest) {
    const next = placeOf(piece, source, patience, last.end, (source[last.end - 1]?.to ?? 0) + farthest);
    if (!next) return null;
    runs.push(next);
    last = next;
  }
  return runs;
}

/** Says whether an end of a run, or what was left out between two, takes a "not" or a part of a figure away. */
export function isTurned(runs: readonly Run[], source: readonly Atom[], text: string): boolean {
  const isCut = runs.some(
    ({ start, end }) => cutAt(text, source, start, start - 1) !== null || cutAt(text, source, end - 1, end) !== null,
  );
  return isCut || runs.some((run, at) => at > 0 && hidesNegation(source.slice(runs[at - 1]?.end ?? 0, run.start)));
}

/** A short omission may not hide what turns the sentence round. */
const hidesNegation = (omitted: readonly Atom[]): boolean =>
  omitted.length <= 5 && omitted.some(({ text }) => isNegation(text));
