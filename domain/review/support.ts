import type { CitationItem } from "@/domain/citation/item";
import { canonicalJson } from "@/domain/document/canonical";
import type { CitationId, SectionId } from "@/domain/ids";
import type { CitedSource } from "@/domain/rules/manuscript";
import type { ManuscriptIndex } from "@/domain/rules/manuscript-index";
import { excerptOf } from "@/domain/rules/part-text";

/** A sentence and one thing that it rests on: what a person looks at who verifies a citation. */
export type Support = {
  citation: CitationId;
  /** The item's place in its citation. */
  position: number;
  section: SectionId;
  sentence: string;
  item: CitationItem;
  source: CitedSource;
};

/** The supports of a text whose source is known, in reading order. */
export function supportsIn({ citations, references }: Pick<ManuscriptIndex, "citations" | "references">): Support[] {
  const found: Support[] = [];
  for (const citation of citations)
    citation.items.forEach((item, position) => {
      const source = item.reference ? references.get(item.reference)?.source : null;
      if (source) found.push(supportOf(citation, position, item, source));
    });
  return found;
}

/** One item of a citation with the sentence that rests on it. */
export const supportOf = (
  citation: ManuscriptIndex["citations"][number],
  position: number,
  item: CitationItem,
  source: CitedSource,
): Support => ({
  citation: citation.id,
  position,
  section: citation.section,
  sentence: excerptOf(citation).normalize("NFC"),
  item,
  source,
});

/**
 * The words of a support as canonical JSON (RFC 8785): the sentence, the source's record, and where and how it is
 * referred to. Two supports of the same words have the same text, whatever their ids are.
 */
export function supportText({ sentence, item, source }: Pick<Support, "sentence" | "item" | "source">): string {
  const { locator, label, quote, stance, prefix, suffix } = item;
  return canonicalJson({ sentence, record: source.record, locator, label, quote, stance, prefix, suffix });
}

/** The text whose SHA-256 is the digest of what was verified: the support, and the SHA-256 of the kept text beside it, if any. */
export const verifiedText = (support: string, kept: string | null): string =>
  `{"kept":${JSON.stringify(kept)},"support":${support}}`;
