import { type Atom, atomsOf } from "./atoms";
import { isNegation } from "./meaning";

/**
 * The pieces of a quote between its marks of omission ("…", "[...]"), as atoms of the quote. `insertions` says whether
 * what stands in square brackets is left out as its writer's own; a "not" or a figure never is.
 */
export function piecesOf(quote: string, insertions: "kept" | "left out"): Atom[][] {
  const text = insertions === "kept" ? quote : quote.replace(bracketed, without);
  const pieces: Atom[][] = [];
  let from = 0;
  for (const omission of [...text.matchAll(omissions), null]) {
    const to = omission?.index ?? text.length;
    const atoms = atomsOf(text.slice(from, to)).map((atom) => ({
      ...atom,
      from: atom.from + from,
      to: atom.to + from,
    }));
    if (atoms.length > 0) pieces.push(atoms);
    from = to + (omission?.[0].length ?? 0);
  }
  return pieces;
}

const omissions = /[[(]\s*(?:…|\.{3,}|\.(?:\s\.){2,})\s*[\])]|…|\.{3,}|\.(?:\s\.){2,}/gu;
const bracketed = /\[([^[\]]{1,120})\](?=(\p{L})?)/gu;

/** As many spaces as were taken out, so that places stay places; "[T]he" is "The" with a mark inside that does not count. */
function without(whole: string, inside: string, glued: string | undefined): string {
  if (glued !== undefined && /^\p{L}$/u.test(inside)) return `\u200B${inside}\u200B`;
  const isOmission = /^\s*(?:…|\.{3,}|\.(?:\s\.){2,})\s*$/u.test(inside);
  const says = atomsOf(inside).some(({ text }) => isNegation(text) || /\p{N}/u.test(text));
  return isOmission || says ? whole : " ".repeat(whole.length);
}
