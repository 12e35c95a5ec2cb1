import { ArticleId, type SourceId } from "@/domain/ids";
import { excerptOf, textOfPart } from "@/domain/rules/part-text";
import type { Tx } from "@/server/db";
import { partFrom } from "@/server/db/rows";

/** A sentence that rests on a source, with what it quotes of it, in an article's draft. */
export type CitingSentence = {
  articleId: ArticleId;
  heading: string | null;
  sentence: string;
  quote: string | null;
  locator: string | null;
};

/** An edition that readers can see and that has the source on its list. */
export type CitingEdition = { articleId: ArticleId; number: number; title: string; slug: string };

/** The sentences of drafts that rest on a source, article by article in reading order; at most 100. */
export async function citingSentences(tx: Tx, sourceId: SourceId): Promise<CitingSentence[]> {
  const rows = await tx.$queryRaw<
    { article_id: string; citation_id: string; section_id: string; quote: string | null; locator: string | null }[]
  >`
    select item.article_id, item.citation_id, citation.section_id, item.quote, item.locator
    from reference r
      join citation_item item on item.reference_id = r.id and item.article_id = r.article_id
      join citation on citation.article_id = item.article_id and citation.id = item.citation_id
    where r.source_id = ${sourceId}::uuid and r.removed_at is null
    order by item.article_id, citation.position, item.position limit 100`;
  const sections = await tx.section.findMany({
    where: { id: { in: rows.map((row) => row.section_id) }, deletedAt: null },
    select: { id: true, heading: true, body: true },
  });
  const read = new Map(sections.map(({ id, heading, body }) => [id, { heading, text: textOfPart(partFrom(body)) }]));
  return rows.flatMap((row) => {
    const section = read.get(row.section_id);
    const place = section?.text.citations.find(({ id }) => id === row.citation_id);
    if (!section || !place) return [];
    return {
      articleId: ArticleId.parse(row.article_id),
      heading: section.heading,
      sentence: excerptOf(place).slice(0, 400),
      quote: row.quote,
      locator: row.locator,
    };
  });
}

/** The live editions whose list has the source, as it was frozen when they were published. */
export async function citingEditions(tx: Tx, sourceId: SourceId): Promise<CitingEdition[]> {
  const rows = await tx.$queryRaw<{ article_id: string; number: number; title: string; slug: string }[]>`
    select distinct e.article_id, e.number, e.title, a.slug, e.published_at
    from reference r join article a on a.id = r.article_id join edition e on e.id = a.live_edition_id
    where r.source_id = ${sourceId}::uuid and a.withdrawn_at is null
      and jsonb_path_exists(e.references, '$[*] ? (@.id == $id)', jsonb_build_object('id', r.id))
    order by e.published_at desc limit 50`;
  return rows.map(({ article_id, number, title, slug }) => ({
    articleId: ArticleId.parse(article_id),
    number,
    title,
    slug,
  }));
}
