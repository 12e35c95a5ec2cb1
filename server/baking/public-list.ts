import { z } from "zod";
import { ArticleId } from "@/domain/ids";
import { editionKinds, type PublicEntry } from "@/domain/publishing/edition";
import type { Tx } from "@/server/db";

const Row = z.object({
  article_id: ArticleId,
  slug: z.string(),
  title: z.string(),
  standfirst: z.string(),
  byline: z.string(),
  first_at: z.date(),
  latest_at: z.date(),
  number: z.int(),
  kind: z.enum(editionKinds),
  sources: z.int(),
});

/** The articles that stand, the newest first edition first; retracted and withdrawn ones are left out. */
export async function publicList(tx: Tx): Promise<PublicEntry[]> {
  const rows: unknown[] = await tx.$queryRaw`
    select latest.article_id, latest.slug, latest.title, latest.standfirst, latest.byline,
           first.published_at as first_at, latest.published_at as latest_at,
           latest.number, latest.kind::text as kind, jsonb_array_length(latest."references") as sources
    from article
    join edition latest on latest.id = article.live_edition_id
    join edition first on first.article_id = article.id and first.number = 1
    where article.withdrawn_at is null and latest.kind <> 'retraction'
    order by first.published_at desc, article.id`;
  return rows.map((row) => {
    const { article_id, first_at, latest_at, ...entry } = Row.parse(row);
    return {
      ...entry,
      articleId: article_id,
      publishedAt: first_at.toISOString(),
      updatedAt: latest_at.toISOString(),
    };
  });
}
