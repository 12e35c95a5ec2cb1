import type { ArticleId } from "@/domain/ids";
import { isFed, type List, pageSize } from "@/domain/publishing/lists";
import type { Tx } from "@/server/db";

/** The lists of an article, when it was first published, and when it last changed for readers. */
type Filed = { firstAt: string; latestAt: string; lists: readonly List[] };

/**
 * Puts an article on just these lists. On one that it stands on already it keeps its page; on a new one it comes to the
 * last page, or opens the next. Every page that it stands on, or leaves, is to be drawn anew.
 */
export async function refile(tx: Tx, articleId: ArticleId, filed: Filed): Promise<void> {
  const before = await leaveAllBut(tx, articleId, filed.lists);
  await tx.$executeRaw`update listed set latest_at = ${filed.latestAt}::timestamptz where article_id = ${articleId}::uuid`;
  const known = new Set(before.filter(({ stood }) => stood).map(({ list }) => list));
  const lists = filed.lists.filter(({ name }) => !known.has(name));
  await touch(tx, [...before, ...(lists.length > 0 ? await enter(tx, articleId, { ...filed, lists }) : [])]);
}

/** Takes an article off every list. */
export const unlist = async (tx: Tx, articleId: ArticleId): Promise<void> =>
  touch(tx, await leaveAllBut(tx, articleId, []));

/** Takes a retracted article off every page; of the lists that readers follow it stays one, for their feeds to tell. */
export async function retractFrom(tx: Tx, articleId: ArticleId, { firstAt, latestAt, lists }: Filed): Promise<void> {
  const left = await leaveAllBut(tx, articleId, []);
  const fed = lists.filter(({ kind }) => isFed(kind));
  const last = await lastPages(tx, firstAt, fed);
  await tx.$executeRaw`insert into listed (list, article_id, page, first_at, latest_at)
    select list, ${articleId}::uuid, null, ${firstAt}::timestamptz, ${latestAt}::timestamptz
    from unnest(${fed.map(({ name }) => name)}::text[]) as list`;
  await touch(tx, [...left, ...[...last].map(([list, { pages }]) => ({ list, page: pages }))]);
}

/**
 * Takes an article off all lists but these; answers the pages that it stood on, of these too. Of a list whose feeds alone told
 * of it that is the last page, with which they are drawn.
 */
async function leaveAllBut(
  tx: Tx,
  articleId: ArticleId,
  lists: readonly List[],
): Promise<(OnPage & { stood: boolean })[]> {
  const listed = await tx.$queryRaw<(OnPage & { stood: boolean })[]>`
    select list, coalesce(page, pages) as page, page is not null as stood
    from listed join list on name = list where article_id = ${articleId}::uuid`;
  const wanted = new Set(lists.map(({ name }) => name));
  for (const { list, stood } of listed) if (!stood || !wanted.has(list)) await leave(tx, articleId, list);
  return listed;
}

async function leave(tx: Tx, articleId: ArticleId, list: string): Promise<void> {
  await tx.$executeRaw`
    with left_ as (delete from listed where list = ${list} and article_id = ${articleId}::uuid returning page)
    update list set articles = articles - 1 from left_ where name = ${list} and page is not null`;
}

type OnPage = { list: string; page: number };

/** Puts an article on lists that it does not stand on; answers the pages that come to look otherwise. */
async function enter(tx: Tx, articleId: ArticleId, { firstAt, latestAt, lists }: Filed): Promise<OnPage[]> {
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
  await tx.$executeRaw`insert into listed (list, article_id, page, first_at, latest_at)
    select list, ${articleId}::uuid, page, ${firstAt}::timestamptz, ${latestAt}::timestamptz
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
