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
  for (const { list, page } of standing) {
    if (!wanted.has(list)) await leave(tx, articleId, list);
    await touch(tx, list, page);
  }
  const known = new Set(standing.map(({ list }) => list));
  for (const list of lists) if (!known.has(list.name)) await enter(tx, articleId, firstAt, list);
}

/** Takes an article off every list. */
export const unlist = (tx: Tx, articleId: ArticleId): Promise<void> =>
  refile(tx, articleId, { firstAt: "", lists: [] });

async function leave(tx: Tx, articleId: ArticleId, list: string): Promise<void> {
  await tx.$executeRaw`delete from listed where list = ${list} and article_id = ${articleId}::uuid`;
  await tx.$executeRaw`update list set articles = articles - 1 where name = ${list}`;
}

async function enter(tx: Tx, articleId: ArticleId, firstAt: string, list: List): Promise<void> {
  const { pages } = await tx.list.upsert({
    where: { name: list.name },
    create: { ...list, latestAt: new Date(firstAt) },
    update: { title: list.title },
    select: { pages: true },
  });
  const full = (await tx.listed.count({ where: { list: list.name, page: pages } })) >= pageSize(list.kind);
  const page = full ? pages + 1 : pages;
  await tx.$executeRaw`insert into listed (list, article_id, page, first_at)
    values (${list.name}, ${articleId}::uuid, ${page}, ${firstAt}::timestamptz)`;
  await tx.$executeRaw`update list set articles = articles + 1, pages = ${page},
    latest_at = greatest(latest_at, ${firstAt}::timestamptz) where name = ${list.name}`;
  await touch(tx, list.name, page);
  // Where a page is opened, the third newest gets an address of its own, and the one before comes to lead there.
  if (full) for (const older of [page - 2, page - 3]) if (older > 0) await touch(tx, list.name, older);
}

const touch = (tx: Tx, list: string, page: number): Promise<number> =>
  tx.$executeRaw`insert into list_page (list, page) values (${list}, ${page})
    on conflict (list, page) do update set touched = true, changed_at = now()`;
