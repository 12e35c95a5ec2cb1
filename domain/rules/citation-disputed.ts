import { supportOf, supportText } from "@/domain/review/support";
import { shortNameOf } from "@/domain/source/names";
import type { Rule } from "./rule";

/** What a reviewer looked up and did not find is not said, until the citation changes or somebody verifies it. */
export const citationDisputed: Rule = {
  id: "citation/disputed",
  severity: "blocker",
  version: 1,
  summary: "No reviewer disputes that a source says what rests on it.",
  fix: "Change the sentence, the quote or the source; or have a reviewer look again and verify it.",
  waivable: true,
  check: ({ facts: { disputes } }, { citations, references }) => {
    const disputed = new Set(disputes.map(({ citation }) => citation));
    return citations
      .filter(({ id }) => disputed.has(id))
      .flatMap((citation) =>
        citation.items.flatMap((item, position) => {
          const source = item.reference ? references.get(item.reference)?.source : null;
          if (!source) return [];
          const support = supportOf(citation, position, item, source);
          const words = supportText(support);
          const dispute = disputes.find((one) => one.citation === citation.id && one.support === words);
          if (!dispute) return [];
          return [
            {
              place: { kind: "citation", citation: citation.id, section: citation.section },
              // With the reviewer's words, so that what was waived is this very dispute.
              excerpt: `${dispute.note} — ${support.sentence}`,
              message: `${dispute.by} disputes that ${shortNameOf(source.record)} bears this out: “${dispute.note}”`,
            },
          ];
        }),
      );
  },
};
