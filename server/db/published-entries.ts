import { z } from "zod";
import { Picture, wholeName } from "@/domain/document/pictures";
import { ArticleId } from "@/domain/ids";
import { mediaPath } from "@/domain/publishing/address";
import type { Alternate } from "@/domain/publishing/around";
import { editionKinds, type PublicEntry } from "@/domain/publishing/edition";
import type { List } from "@/domain/publishing/lists";
import type { Tx } from "@/server/db";
import { Prisma } from "@/server/db/generated/client";

const Row = z.object({
  article_id: ArticleId,
  slug: z.string(),
  title: z.string(),
  standfirst: z.string(),
  byline: z.string(),
  language: z.string(),
  first_at: z.date(),
  latest_at: z.date(),
  number: z.int(),
  kind: z.enum(editionKinds),
  note: z.string().nullable(),
  sources: z.int(),
  picture: Picture.extend({ length: z.int() }).nullable(),
});

/** The articles that stand, the newest first edition first: at most as many as are asked for. */
export const newest = (tx: Tx, most: number): Promise<PublicEntry[]> =>
  entries(tx, Prisma.sql`where standing order by first_at desc, article_id limit ${most}`);

/** Those that stand and were first published since a time, the newest first. */
export const since = (tx: Tx, time: Date, most: number): Promise<PublicEntry[]> =>
  entries(
    tx,
    Prisma.sql`where standing and first_at > ${time.toISOString()}::timestamptz order by first_at desc, article_id limit ${most}`,
  );

/** What was published, corrected or retracted last, of all or of one list, the newest change first: what feeds tell. */
export const lastChanged = (tx: Tx, most: number, list?: string): Promise<PublicEntry[]> => {
  const changed =
    list === undefined
      ? Prisma.sql`select article_id from published_article order by latest_at desc, article_id limit ${most}`
      : Prisma.sql`select article_id from listed where list = ${list} order by latest_at desc, article_id limit ${most}`;
  return entries(
    tx,
    Prisma.sql`join (${changed}) as changed using (article_id) order by published_article.latest_at desc, article_id`,
  );
};

/** The newest articles of a list that stand. */
export const newestOf = (tx: Tx, list: string, most: number): Promise<PublicEntry[]> =>
  entries(
    tx,
    Prisma.sql`join (select article_id, first_at from listed where list = ${list} and page is not null
       order by first_at desc, article_id limit ${most}) as on_list using (article_id)
     where standing order by published_article.first_at desc, article_id`,
  );

/** The articles on some pages of a list, the newest first. */
export const onPages = (tx: Tx, { name }: Pick<List, "name">, pages: readonly number[]): Promise<PublicEntry[]> =>
  entries(
    tx,
    Prisma.sql`join (select article_id from listed where list = ${name} and page in (${Prisma.join([...pages])})) as on_list
       using (article_id) where standing order by published_article.first_at desc, article_id`,
  );

/** The languages that the works of a page's articles are published in, for those with more than one, by the article. */
export async function worksOnPage(tx: Tx, list: string, page: number): Promise<Map<ArticleId, Alternate[]>> {
  const rows = await tx.$queryRaw<(Alternate & { of: ArticleId })[]>`
    select listed.article_id as "of", coalesce(locale, language) as language, published_article.slug,
      published_article.title, other.of_article is null as "isOriginal"
    from listed join translation as own using (article_id)
    join translation as other on other.work = own.work
    join published_article on published_article.article_id = other.article_id
    join article on article.id = other.article_id
    where listed.list = ${list} and listed.page = ${page} and standing`;
  const works = new Map<ArticleId, Alternate[]>();
  for (const { of, ...language } of rows) works.set(of, [...(works.get(of) ?? []), language]);
  return new Map([...works].filter(([, languages]) => languages.length > 1));
}

async function entries(tx: Tx, which: Prisma.Sql): Promise<PublicEntry[]> {
  const rows: unknown[] = await tx.$queryRaw`
    select published_article.article_id, slug, title, standfirst, byline, language, published_article.first_at, latest_at,
           number, kind, note, sources,
           case when sha256 is not null then jsonb_build_object('sha256', sha256, 'width', width, 'height', height,
             'type', type, 'length', octet_length(bytes)) end as picture
    from published_article left join picture on sha256 = published_article.picture ${which}`;
  return rows.map((row) => {
    const { article_id, first_at, latest_at, picture, ...entry } = Row.parse(row);
    return {
      ...entry,
      articleId: article_id,
      publishedAt: first_at.toISOString(),
      updatedAt: latest_at.toISOString(),
      picture: picture && {
        path: mediaPath(wholeName(picture)),
        type: `image/${picture.type}`,
        length: picture.length,
      },
    };
  });
}
