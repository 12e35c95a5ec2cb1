import type { RefObject } from "react";
import type { FixTools, QuoteInText } from "@/components/article/fixes/tools";
import type { ManuscriptHandle } from "@/components/editor/handle";
import { send } from "@/components/ui/send-command";
import { citationsOf } from "@/domain/document/inlines";
import { type ArticleId, ReferenceId } from "@/domain/ids";
import type { Finding } from "@/domain/rules/finding";
import type { Reference } from "@/domain/rules/manuscript";
import { type Facts, plainQuote, quoteKey } from "@/domain/source/facts";

type Around = {
  articleId: ArticleId;
  references: readonly Reference[];
  facts: Facts;
  editor: RefObject<ManuscriptHandle | null>;
};

/** The hands of the fixes for what was found out about sources: quotes are changed in the text, the rest by commands. */
export function sourceTools({
  articleId,
  references,
  facts,
  editor,
}: Around): Pick<FixTools, "quoteOf" | "changeQuote" | "replaceSource" | "checkNow"> {
  const citations = () => {
    const document = editor.current?.document();
    return document ? citationsOf(document) : [];
  };
  return {
    quoteOf: (finding) => quotesAt(finding, citations(), references, facts)[0] ?? null,
    changeQuote: ({ citation, item, quote }, words) => {
      const items = citations().find((one) => one.id === citation)?.items ?? [];
      if (items[item]?.quote !== quote) return;
      editor.current?.setCitationItems(
        citation,
        items.map((one, at) => (at === item ? { ...one, quote: plainQuote(words) } : one)),
      );
    },
    replaceSource: async (reference, hit) => {
      const added = hit.reference
        ? null
        : await send<{ referenceId: string }>("reference.add", { articleId, sourceId: hit.source });
      if (added && !added.ok) return added.error.message;
      const other = added ? ReferenceId.parse(added.value.referenceId) : hit.reference;
      if (!other) return "That is not a source yet.";
      for (const { id, items } of citations())
        if (items.some((item) => item.reference === reference))
          editor.current?.setCitationItems(
            id,
            // Where in the old source, and in which words, says nothing of the new one.
            items.map((item) =>
              item.reference === reference
                ? { ...item, reference: other, locator: null, label: null, quote: null }
                : item,
            ),
          );
      return null;
    },
    checkNow: async (source) => {
      const address = await send("source.check", { sourceIds: [source] });
      const standing = await send("source.check-standing", { sourceIds: [source] });
      if (!address.ok) return address.error.message;
      if (!standing.ok) return standing.error.message;
      const hasQuotes = [...facts.quotes.keys()].some((key) => key.startsWith(`${source} `));
      // A copy that may not or cannot be kept is no reason to say that nothing is looked at.
      if (hasQuotes) await send("source.capture", { sourceId: source });
      return null;
    },
  };
}

/** The quotes of a citation that a finding may be about: those whose words its excerpt has, which is cut when it is long. */
function quotesAt(
  { place, excerpt }: Finding,
  citations: ReturnType<typeof citationsOf>,
  references: readonly Reference[],
  facts: Facts,
): QuoteInText[] {
  if (place.kind !== "citation") return [];
  const start = excerpt.replace(/ …$/u, "");
  const citation = citations.find((one) => one.id === place.citation);
  return (citation?.items ?? []).flatMap(({ reference, quote }, item) => {
    const source = references.find((one) => one.id === reference)?.source;
    if (!quote || !source || !plainQuote(quote).startsWith(start)) return [];
    const known = facts.quotes.get(quoteKey(source.id, quote)) ?? null;
    return [{ citation: place.citation, item, source: source.id, quote, known }];
  });
}
