import { plainQuote } from "@/domain/source/facts";
import { shortNameOf } from "@/domain/source/names";
import { quotesIn } from "./cited-source";
import type { Rule } from "./rule";

/** A quote with a word, a figure or a “not” more or less than its source is no quote. */
export const quoteAltered: Rule = {
  id: "quote/altered",
  severity: "blocker",
  version: 1,
  summary: "Every quote has the words and figures of its source.",
  fix: "Use the words of the source, mark what was left out with […], or take the quotation marks off.",
  waivable: true,
  check: (manuscript, index) =>
    quotesIn(manuscript, index).flatMap(({ citation, source, quote, known }) => {
      if (known?.verdict !== "altered") return [];
      return [
        {
          place: { kind: "citation", citation: citation.id, section: citation.section },
          excerpt: plainQuote(quote),
          message: `The words are not those of ${shortNameOf(source.record)}, which has: “${clipped(known.passage)}”.`,
        },
      ];
    }),
};

/** At most 200 characters of a passage, cut between words. */
const clipped = (passage: string | null): string =>
  passage === null || passage.length <= 200 ? (passage ?? "") : `${passage.slice(0, 200).replace(/\s+\S*$/u, "")} …`;
