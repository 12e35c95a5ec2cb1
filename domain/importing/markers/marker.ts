import type { CitationItem } from "@/domain/citation/item";
import type { Run } from "@/domain/importing/run";

/**
 * Something in a text that is not words: a citation, a promised link, or litter that meant nothing to begin with.
 * `from` and `to` are offsets in the run. A citation's items carry keys; which reference a key means is settled later.
 * `footnote` keys are looked for among footnotes first; `source` is a source that stands in the sentence itself;
 * a `certain` citation was read by the format's own reader, and nothing around it makes it words again.
 */
export type Marker = { from: number; to: number } & (
  | {
      kind: "citation";
      items: readonly CitationItem[];
      footnote?: boolean;
      source?: string;
      narrative?: boolean;
      certain?: true;
    }
  | { kind: "link"; target: string; text: string }
  | { kind: "litter" }
);

/** What the families may know of the text as a whole. */
export type TextFacts = {
  /** The numbers and keys that the source list and the footnotes bear. */
  labels: ReadonlySet<string>;
  /** The format's own reader has taken every key out already, so that what looks like one is words. */
  keysAreRead: boolean;
  /** The text cites by key somewhere, so that a bare "@key" is a citation and not a person's handle. */
  citesByKey: boolean;
  /** The stops before which white space means that a citation was stripped in this text. */
  strippedBefore: ReadonlySet<string>;
};

/** One family of markers: all of its markers in a run, in order, none overlapping another of the family. */
export type MarkerFamily = (run: Run, facts: TextFacts) => Marker[];

/** Runs a global expression over a text and makes a marker of each match that `make` accepts. */
export function matching(
  text: string,
  expression: RegExp,
  make: (match: RegExpExecArray, at: number) => Marker | null,
): Marker[] {
  const found: Marker[] = [];
  for (const match of text.matchAll(expression)) {
    const marker = make(match, match.index);
    if (marker) found.push(marker);
  }
  return found;
}
