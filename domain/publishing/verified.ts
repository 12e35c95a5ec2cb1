import { z } from "zod";
import type { CitationItem } from "@/domain/citation/item";
import type { Standing } from "@/domain/review/verification";

/**
 * What an edition keeps of the verifications of a source's citations: by whom, the day of the latest (ISO 8601), and how
 * many of the citations that rest on the source.
 */
export const VerifiedCitations = z.object({
  by: z.array(z.string()),
  at: z.string(),
  citations: z.number(),
  of: z.number(),
});
export type VerifiedCitations = z.infer<typeof VerifiedCitations>;

/** What an edition keeps of the verifications that stand now, by reference; one of which nothing is verified is absent. */
export const VerifiedByReference = z.record(z.string(), VerifiedCitations);
export function verifiedByReference(
  supports: readonly { item: Pick<CitationItem, "reference">; standing: Standing }[],
): z.infer<typeof VerifiedByReference> {
  const references = new Set(supports.flatMap(({ item }) => item.reference ?? []));
  return Object.fromEntries(
    [...references].flatMap((id) => {
      const own = supports.filter(({ item }) => item.reference === id).map(({ standing }) => standing);
      const verified = verifiedOf(own);
      return verified ? [[id, verified]] : [];
    }),
  );
}

function verifiedOf(standings: readonly Standing[]): VerifiedCitations | null {
  const words = standings.flatMap((standing) => (standing.state === "verified" ? [standing.word] : []));
  const latest = words
    .map(({ at }) => at)
    .sort()
    .at(-1);
  if (!latest) return null;
  return {
    by: [...new Set(words.map(({ by }) => by))].sort((a, b) => a.localeCompare(b, "en")),
    at: latest,
    citations: words.length,
    of: standings.length,
  };
}
