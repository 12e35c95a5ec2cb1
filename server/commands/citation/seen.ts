import { z } from "zod";
import { type ArticleId, CitationId, type SectionId, type UserId } from "@/domain/ids";
import { fail, ok, type Result } from "@/domain/result";
import type { VerificationVerdict } from "@/domain/review/verification";
import { newId } from "@/server/db/ids";
import type { StoodSupport } from "@/server/db/verifications";

/** One item of a citation, with the digest of what the person saw. */
export const Seen = {
  citation: CitationId,
  position: z.number().int().min(0).max(1000),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
};

type Named = { citation: CitationId; position: number; digest: string };
type ChoiceRefusal = { kind: "not-found" | "stale" | "forbidden"; message: string; citations: Omit<Named, "digest">[] };

/** The supports that a person named, each once; refused with all that are gone, are not what they saw, or are their own text. */
export function chosenOf(
  named: readonly Named[],
  supports: readonly StoodSupport[],
  mayIn: (section: SectionId) => boolean,
): Result<StoodSupport[], ChoiceRefusal> {
  const known = new Map(supports.map((support) => [`${support.citation} ${support.position}`, support]));
  const found = named.map((one) => ({ one, support: known.get(`${one.citation} ${one.position}`) }));
  const of = (wrong: typeof found) => wrong.map(({ one: { citation, position } }) => ({ citation, position }));

  const gone = found.filter(({ support }) => !support);
  if (gone.length > 0)
    return fail({
      kind: "not-found",
      message: `${counted(gone.length)} not in the draft any more, or rests on no source.`,
      citations: of(gone),
    });
  const stale = found.filter(({ one, support }) => support?.digest !== one.digest);
  if (stale.length > 0)
    return fail({
      kind: "stale",
      message: `${counted(stale.length)} not what you saw: its words, its source or the kept text changed. Look again.`,
      citations: of(stale),
    });
  const own = found.filter(({ support }) => support && !mayIn(support.section));
  if (own.length > 0)
    return fail({ kind: "forbidden", message: "Nobody verifies their own text.", citations: of(own) });
  return ok([...new Set(found.flatMap(({ support }) => support ?? []))]);
}

const counted = (count: number): string => (count === 1 ? "One citation is" : `${count} citations: each is`);

/** The row of a person's word on a support; whose it may be and when it is given the database sees to. */
export const wordOf = (
  articleId: ArticleId,
  { section, citation, position, source, text, kept, digest }: StoodSupport,
  { by, ...said }: { verdict: VerificationVerdict; note: string; by: UserId },
) => ({
  id: newId(),
  articleId,
  sectionId: section,
  citationId: citation,
  position,
  sourceId: source.id,
  support: text,
  keptSha256: kept,
  digest,
  ...said,
  personId: by,
});
