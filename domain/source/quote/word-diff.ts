import { diffArrays } from "diff";
import { isSame } from "./alike";
import { type Atom, atomsOf } from "./atoms";

/** A stretch of words that quote and source share, or that only one of them has. */
export type DiffPart = { kind: "same" | "quote" | "source"; text: string };

/** The difference of a quote from the words of its source, word by word, in reading order. */
export function quoteDiff(quote: string, passage: string): DiffPart[] {
  return diffOf({ text: quote, atoms: atomsOf(quote) }, { text: passage, atoms: atomsOf(passage, "left out") });
}

/** A text with the atoms of it that are compared; their places are the text's. */
export type Compared = { text: string; atoms: readonly Atom[] };

/** The same for atoms that are there already. */
export function diffOf(quote: Compared, source: Compared): DiffPart[] {
  return changesOf(quote, source).map(({ added, removed, value }) => ({
    kind: added ? "source" : removed ? "quote" : "same",
    // What both have comes as the source has it.
    text: sliceOf(removed ? quote.text : source.text, value),
  }));
}

/** How many words of the quote the source has too. */
export function sharedWords(quote: Compared, source: Compared): number {
  return changesOf(quote, source).reduce(
    (sum, { added, removed, value }) => sum + (added || removed ? 0 : value.length),
    0,
  );
}

function changesOf(quote: Compared, source: Compared) {
  const whole = unbroken(source.atoms, quote.atoms);
  const said = unbroken(quote.atoms, source.atoms);
  return diffArrays(said, whole, {
    comparator: (a, b) => isSame(a.text, b.text, a === said[0] || b === whole[0]),
  });
}

/** Words that a line broke in two are made one where the other side has them as one. */
function unbroken(atoms: readonly Atom[], others: readonly Atom[]): Atom[] {
  const known = new Set(others.map(({ text }) => text));
  const joined: Atom[] = [];
  for (const atom of atoms) {
    const before = joined.at(-1);
    if (before && atom.glue === "break" && known.has(before.text + atom.text))
      joined[joined.length - 1] = { ...before, text: before.text + atom.text, to: atom.to };
    else joined.push(atom);
  }
  return joined;
}

function sliceOf(text: string, atoms: readonly Atom[]): string {
  const [first, last] = [atoms[0], atoms.at(-1)];
  return first && last ? text.slice(first.from, last.to).replace(/\s+/gu, " ") : "";
}
