import type { ArticleId, CitationId } from "@/domain/ids";
import type { Standing } from "@/domain/review/verification";
import { fnv1a64 } from "@/domain/rules/fingerprint";
import type { Manuscript } from "@/domain/rules/manuscript";
import type { Tx } from "@/server/db";
import { supportsOf } from "@/server/db/verifications";

/** A reviewer's word on one item of a citation; `mark` (FNV-1a) is of the words that it is on, for the browser to compare. */
export type CitationWord = { citation: CitationId; position: number; mark: string; standing: Standing };

/** The words of reviewers on a draft's citations; those that nobody has spoken of are left out. */
export async function citationWords(tx: Tx, articleId: ArticleId, manuscript: Manuscript): Promise<CitationWord[]> {
  const supports = await supportsOf(tx, articleId, manuscript);
  return supports
    .filter(({ standing }) => standing.state !== "unverified" || standing.former !== null)
    .map(({ citation, position, text, standing }) => ({ citation, position, mark: fnv1a64(text), standing }));
}
