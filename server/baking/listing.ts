import type { ArticleId } from "@/domain/ids";
import { type List, pageSize } from "@/domain/publishing/lists";
import type { Tx } from "@/server/db";

/**
 * Puts an article on just these lists. On one that it stands on already it keeps its page; on a new one it comes to the
 * last page, or opens the next. Every page that it stands on, or leaves, is to be drawn anew.
 */
export async function refile(
  tx: Tx,
  articleId: ArticleId,
  { firstAt, lists }: { firstAt: string; lists: readonly List[] },
): Promise<void> {
  const standing = await tx.listed.findMany({ where: { articleId }, select: { list: true, page: true } });
  const wanted = new Set(lists.map(({ name }) => name));
  for (const { list } of standing) if (!wanted.has(list)) await leave(tx, articleId, list);
  const known = new Set(standing.map(({ list }) => list));
  const entered = lists.filter(({ name }) => !known.has(name));
  await touch(tx, [...standing, ...(entered.length > 0 ? await enter(tx, articleId, firstAt, entered) : [])]);
}

/** Takes an article off every list. */
export const unlist = (tx: Tx, articleId: ArticleId): Promise<void> =>
  refile(tx, articleId, { firstAt: "", lists: [] });

async function leave(tx: Tx, articleId: ArticleId, list: string): Promise<void> {
  await tx.$executeRaw`delete from listed where list = ${list} and article_id = ${articleId}::uuid`;
  await tx.$executeRaw`update list set articles = articles - 1 where name = ${list}`;
}

type OnPage = { list: string; page: number };

/** Puts an article on lists that it does not stand on; answers the pages that come to look otherwise. */
async function enter(tx: Tx, articleId: ArticleId, firstAt: string, lists: readonly List[]): Promise<OnPage[]> {
  const last = await lastPages(tx, firstAt, lists);
  const changed: OnPage[] = [];
  const places: OnPage[] = [];
  for (const { name, kind } of lists) {
    const { pages = 1, there = 0 } = last.get(name) ?? {};
    const full = there >= pageSize(kind);
    const page = full ? pages + 1 : pages;
    places.push({ list: name, page });
    // Where a page is opened, the third newest gets an address of its own, and the one before comes to lead there.
    const older = full ? [page - 2, page - 3].filter((one) => one > 0) : [];
    changed.push(...[page, ...older].map((one) => ({ list: name, page: one })));
  }
  const told = JSON.stringify(places);
  await tx.$executeRaw`insert into listed (list, article_id, page, first_at)
    select list, ${articleId}::uuid, page, ${firstAt}::timestamptz
    from jsonb_to_recordset(${told}::jsonb) as place (list text, page int)`;
  await tx.$executeRaw`update list set articles = articles + 1, pages = place.page,
      latest_at = greatest(latest_at, ${firstAt}::timestamptz)
    from jsonb_to_recordset(${told}::jsonb) as place (list text, page int) where name = place.list`;
  return changed;
}

/** The last page of each of these lists and how many articles stand on it; a list that is new is made. */
async function lastPages(
  tx: Tx,
  firstAt: string,
  lists: readonly List[],
): Promise<ReadonlyMap<string, { pages: number; there: number }>> {
  await tx.$executeRaw`insert into list (name, kind, slug, title, latest_at)
    select name, kind, slug, title, ${firstAt}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(lists)}::jsonb) as list (name text, kind text, slug text, title text)
    on conflict (name) do update set title = excluded.title`;
  const rows = await tx.$queryRaw<{ name: string; pages: number; there: number }[]>`
    select name, pages, (select count(*)::int from listed where list = name and page = pages) as there
    from list where name = any(${lists.map(({ name }) => name)})`;
  return new Map(rows.map((row) => [row.name, row]));
}

/** Pages that are to be drawn anew. */
async function touch(tx: Tx, pages: readonly OnPage[]): Promise<void> {
  if (pages.length === 0) return;
  await tx.$executeRaw`insert into list_page (list, page)
    select distinct list, page from jsonb_to_recordset(${JSON.stringify(pages)}::jsonb) as touched (list text, page int)
    on conflict (list, page) do update set touched = true, changed_at = now()`;
}
