import { type Atom, atomsOf } from "./atoms";
import { findExact, type Run } from "./find-exact";
import { findNear, type Search } from "./find-near";
import { cutAt } from "./meaning";
import { piecesOf } from "./pieces";
import { type Compared, type DiffPart, diffOf, sharedWords } from "./word-diff";

/**
 * The verdict on a quote. `passage` is where the source has its words or others in their place (UTF-16 units of the
 * text), `diff` what is different, empty for an exact one.
 */
export type QuoteJudgement =
  | { verdict: "exact"; passage: Passage; diff: readonly [] }
  | { verdict: "altered"; passage: Passage; diff: readonly DiffPart[] }
  | { verdict: "not-found" }
  | { verdict: "unreadable" };
export type Passage = { from: number; to: number };

/** A text that quotes are looked for in, read once for all of them. */
export type ReadableText = { text: string; atoms: readonly Atom[] };
export const readableText = (text: string): ReadableText => ({ text, atoms: atomsOf(text, "left out") });

/**
 * Looks for a quote in a text. Found by approximate search, judged by words and figures: a quote is exact when each of
 * its pieces stands there word for word, in their order, with no "not" and no part of a figure taken away at an end.
 */
export function judgeQuote(quote: string, source: ReadableText, search: Search): QuoteJudgement {
  if (source.atoms.length === 0) return { verdict: "unreadable" };
  const kept = piecesOf(quote, "kept");
  const readings = quote.includes("[") ? [kept, piecesOf(quote, "left out")] : [kept];
  const found = readings.map((pieces) => ({ pieces, found: findExact(pieces, source.atoms, source.text) }));
  const exact = found.find((one) => one.found?.turned === false)?.found;
  if (exact) return { verdict: "exact", passage: passageOf(exact.runs, source), diff: [] };
  if (/\[\d/u.test(quote) && !found.some((one) => one.found)) {
    // Marks of notes that were copied along have to be those of the source.
    const marked = { ...source, atoms: atomsOf(source.text) };
    const copied = findExact(kept, marked.atoms, marked.text);
    if (copied?.turned === false) return { verdict: "exact", passage: passageOf(copied.runs, marked), diff: [] };
  }
  const turned = found.find((one) => one.found);
  if (turned?.found) return altered(turned.pieces, turned.found.runs, quote, source);
  return near(readings.at(-1) ?? kept, quote, source, search);
}

function near(pieces: Atom[][], quote: string, source: ReadableText, search: Search): QuoteJudgement {
  const placed: { piece: Atom[]; run: Run | null }[] = [];
  for (const piece of pieces) {
    const last = placed.findLast(({ run }) => run)?.run;
    const run = findNear(piece, source.atoms, search, last?.end ?? 0);
    placed.push({ piece, run: run && isLike(piece, run, quote, source) ? run : null });
  }
  const there = placed.flatMap(({ piece, run }) => (run ? [{ piece, run }] : []));
  const words = (atoms: Atom[][]) => atoms.reduce((sum, { length }) => sum + length, 0);
  if (words(there.map(({ piece }) => piece)) * 2 < words(pieces) || there.length === 0) return { verdict: "not-found" };
  return altered(
    placed.map(({ piece }) => piece),
    placed.map(({ run }) => run),
    quote,
    source,
  );
}

/** More than half of the words, and two at least: less are chance. */
function isLike(piece: Atom[], run: Run, quote: string, source: ReadableText): boolean {
  const shared = sharedWords({ text: quote, atoms: piece }, comparedTo(run, source));
  return shared >= 2 && shared >= piece.length * 0.55;
}

function altered(
  pieces: readonly Atom[][],
  runs: readonly (Run | null)[],
  quote: string,
  source: ReadableText,
): QuoteJudgement {
  const there = runs.flatMap((run) => (run ? [widened(run, source)] : []));
  const diff = pieces.flatMap((piece, at): DiffPart[] => {
    const run = runs[at];
    const said: Compared = { text: quote, atoms: piece };
    const compared = run ? diffOf(said, comparedTo(widened(run, source), source)) : missing(said);
    return at === 0 ? compared : [omitted(runs[at - 1] ?? null, run ?? null, source), ...compared];
  });
  return { verdict: "altered", passage: passageOf(there, source), diff };
}

/** A run with the word beside it that turns it round, so that the difference shows it. */
function widened({ start, end }: Run, { atoms, text }: ReadableText): Run {
  return {
    start: cutAt(text, atoms, start, start - 1) === null ? start : start - 1,
    end: cutAt(text, atoms, end - 1, end) === null ? end : end + 1,
  };
}

const missing = ({ text, atoms }: Compared): DiffPart[] => [
  { kind: "quote", text: text.slice(atoms[0]?.from ?? 0, atoms.at(-1)?.to ?? 0) },
];

/** What was left out between two pieces: its words where they are few, a mark of omission where they are many. */
function omitted(before: Run | null, after: Run | null, { atoms, text }: ReadableText): DiffPart {
  const few = before && after && after.start > before.end && after.start - before.end <= 5;
  const [first, last] = few ? [atoms[before.end], atoms[after.start - 1]] : [];
  return first && last ? { kind: "source", text: text.slice(first.from, last.to) } : { kind: "same", text: "…" };
}

const comparedTo = ({ start, end }: Run, { atoms, text }: ReadableText): Compared => ({
  text,
  atoms: atoms.slice(start, end),
});

function passageOf(runs: readonly Run[], { atoms }: ReadableText): Passage {
  const from = Math.min(...runs.map(({ start }) => atoms[start]?.from ?? 0));
  const to = Math.max(...runs.map(({ end }) => atoms[end - 1]?.to ?? 0));
  return { from, to };
}
