import { ArticleId, CitationId, SourceId } from "@/domain/ids";
import { supportsIn, supportText, type Support, verifiedText } from "@/domain/review/support";
import { type Coverage, coverageOf, type Standing, standingOf, type Verification } from "@/domain/review/verification";
import type { Manuscript } from "@/domain/rules/manuscript";
import { indexOf, type ManuscriptIndex } from "@/domain/rules/manuscript-index";
import type { Dispute } from "@/domain/source/facts";
import type { Tx } from "@/server/db";
import { articlesCiting } from "@/server/db/articles-citing";
import { sha256 } from "@/server/db/digest";
import { verdictFrom } from "@/server/db/rows";

/** A support as it can be verified now: its text, the text that is kept of its source, the digest of both, and how it stands. */
export type StoodSupport = Support & { text: string; kept: string | null; digest: string; standing: Standing };

/** Every support of a draft with its standing, in reading order. */
export async function supportsOf(tx: Tx, articleId: ArticleId, manuscript: Manuscript): Promise<StoodSupport[]> {
  return stood(tx, articleId, supportsIn(indexOf(manuscript)));
}

/** The counts that lists show of a draft: what is verified, cited and held, as its row keeps them. */
export async function coverageColumns(tx: Tx, articleId: ArticleId, manuscript: Manuscript) {
  const index = indexOf(manuscript);
  const spoken = await tx.verification.findFirst({ where: { articleId, verdict: "verified" }, select: { id: true } });
  const supports = spoken ? await stood(tx, articleId, supportsIn(index)) : unspoken(index);
  const holes = index.citations.map(({ id, items }) => ({ id, hole: isHole(items, index) }));
  const { verified, cited, held }: Coverage = coverageOf(holes, index.placeholders.length, supports);
  return { verifiedCitations: verified, citedCitations: cited, heldCitations: held };
}

/** What reviewers dispute of an article and have not taken back by verifying the same words. */
export async function disputesOf(tx: Tx, articleId: ArticleId): Promise<Dispute[]> {
  const rows = await tx.$queryRaw<{ citation_id: string; support: string; note: string; name: string; at: Date }[]>`
    select citation_id, support, note, name, at
    from verification as said join user_account on user_account.id = person_id
    where article_id = ${articleId}::uuid and verdict = 'disputed' and not exists (
      select from verification as later
      where later.article_id = said.article_id and later.citation_id = said.citation_id
        and later.support_sha256 = said.support_sha256 and (later.at, later.id) > (said.at, said.id)
    )
    order by at desc, said.id desc`;
  return rows.map(({ citation_id, support, note, name, at }) => ({
    citation: CitationId.parse(citation_id),
    support,
    note,
    by: name,
    at: at.toISOString(),
  }));
}

/** The articles that cite a source and in which something is verified. */
export async function articlesVerifying(
  tx: Pick<Tx, "reference" | "verification">,
  sourceId: SourceId,
): Promise<ArticleId[]> {
  const rows = await tx.verification.findMany({
    where: { articleId: { in: await articlesCiting(tx, sourceId) }, verdict: "verified" },
    distinct: ["articleId"],
    select: { articleId: true },
  });
  return rows.map(({ articleId }) => ArticleId.parse(articleId));
}

async function stood(tx: Tx, articleId: ArticleId, supports: readonly Support[]): Promise<StoodSupport[]> {
  const words = new Map<CitationId, Verification[]>();
  for (const word of await wordsOn(tx, articleId))
    words.set(word.citation, [...(words.get(word.citation) ?? []), word]);
  const texts = await keptTexts(tx, [...new Set(supports.map(({ source }) => source.id))]);
  return supports.map((support) => {
    const text = supportText(support);
    const kept = texts.get(support.source.id) ?? null;
    const digest = sha256(verifiedText(text, kept));
    const { citation } = support;
    const standing = standingOf({ citation, support: sha256(text), digest }, words.get(citation) ?? []);
    return { ...support, text, kept, digest, standing };
  });
}

async function wordsOn(tx: Tx, articleId: ArticleId): Promise<Verification[]> {
  const rows = await tx.verification.findMany({
    where: { articleId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: {
      citationId: true,
      supportSha256: true,
      digest: true,
      verdict: true,
      note: true,
      personId: true,
      at: true,
    },
  });
  const people = await tx.user.findMany({
    where: { id: { in: [...new Set(rows.map(({ personId }) => personId))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    citation: CitationId.parse(row.citationId),
    support: row.supportSha256,
    digest: row.digest,
    verdict: verdictFrom(row.verdict),
    note: row.note,
    by: names.get(row.personId) ?? "",
    at: row.at.toISOString(),
  }));
}

/** The SHA-256 of the newest text that is kept of each source; one of which nothing can be read is absent. */
async function keptTexts(tx: Tx, sources: readonly SourceId[]): Promise<Map<SourceId, string>> {
  if (sources.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ source_id: string; text_sha256: string }[]>`
    select distinct on (source_id) source_id, text_sha256
    from capture where source_id = any(${[...sources]}::uuid[]) and text_sha256 is not null
    order by source_id, at desc, id desc`;
  return new Map(rows.map((row) => [SourceId.parse(row.source_id), row.text_sha256]));
}

const unspoken = (index: ManuscriptIndex) =>
  supportsIn(index).map(({ citation }) => ({ citation, standing: { state: "unverified" as const } }));

const isHole = (items: ManuscriptIndex["citations"][number]["items"], { references }: ManuscriptIndex): boolean =>
  items.length === 0 || items.some(({ reference }) => !reference || !references.get(reference)?.source);
