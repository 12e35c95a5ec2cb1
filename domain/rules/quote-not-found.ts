import { plainQuote } from "@/domain/source/facts";
import { shortNameOf } from "@/domain/source/names";
import { lastLookedAt } from "./age";
import { quotesIn } from "./cited-source";
import type { Rule } from "./rule";

/** Words that the copy of a source does not hold may be from another page, edition or work. */
export const quoteNotFound: Rule = {
  id: "quote/not-found",
  severity: "warning",
  version: 1,
  summary: "Every quote stands in the copy that was kept of its source.",
  fix: "Look the words up in the source, cite the work that they stand in, or take the quote out.",
  waivable: true,
  check: (manuscript, index) =>
    quotesIn(manuscript, index).flatMap(({ citation, source, quote, known }) => {
      if (known?.verdict !== "not-found") return [];
      return [
        {
          place: { kind: "citation", citation: citation.id, section: citation.section },
          excerpt: plainQuote(quote),
          message: `Nobody finds these words in the copy that was kept of ${shortNameOf(source.record)}; ${lastLookedAt(known.checkedAt, manuscript.facts.at)}.`,
        },
      ];
    }),
};
