import { z } from "zod";
import { ArticleId } from "@/domain/ids";
import { besidePaths, editionPath } from "@/domain/publishing/address";
import type { Original, WorkLanguages } from "@/domain/publishing/languages";
import type { Tx } from "@/server/db";

/** The languages of an article's work, the original first. */
export async function languagesOf(tx: Tx, articleId: ArticleId, locale: string | null): Promise<WorkLanguages> {
  const found: unknown[] = await tx.$queryRaw`
    select article.id, title, locale, member.of_article as "of", member.of_edition as "ofEdition",
      edition.number as edition, edition.slug
    from translation as own join translation as member on member.work = own.work
    join article on article.id = member.article_id
    left join lateral (select number, slug from edition
      where id = live_edition_id and kind <> 'retraction' and withdrawn_at is null) as edition on true
    where own.article_id = ${articleId}::uuid
    order by member.of_article is not null, locale, article.id`;
  const rows = found.map((row) => Row.parse(row));
  const own = rows.find(({ id }) => id === articleId);
  const original = own?.of ? rows.find(({ id }) => id === own.of) : undefined;
  return {
    locale,
    of: own && original ? { ...originalOf(original), ofEdition: own.ofEdition } : null,
    others: rows
      .filter(({ id }) => id !== articleId)
      .map(({ id, title, locale: tag, edition, of, ofEdition }) => ({
        id,
        title: title || "Untitled",
        locale: tag,
        edition,
        isOriginal: of === null,
        ofEdition,
      })),
  };
}

const Row = z.object({
  id: ArticleId,
  title: z.string(),
  locale: z.string().nullable(),
  of: ArticleId.nullable(),
  ofEdition: z.int().nullable(),
  edition: z.int().nullable(),
  slug: z.string().nullable(),
});

function originalOf({ id, title, edition, slug }: z.infer<typeof Row>): Original {
  const has = edition !== null && slug !== null;
  return {
    id,
    title: title || "Untitled",
    edition,
    path: has ? editionPath(slug, edition) : null,
    changes: has && edition > 1 ? besidePaths(slug, edition).changes : null,
  };
}
