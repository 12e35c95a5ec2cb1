import { ArticleId } from "@/domain/ids";
import { articlePath } from "@/domain/publishing/address";
import { type EditionView, latestEdition } from "@/domain/publishing/edition";
import type { Tx } from "@/server/db";
import { drawLists, drawWithdrawn } from "./bake";
import { drawAside } from "./draw-aside";
import { siteView, viewsOfArticle } from "./edition-views";
import { bakeHouseAssets } from "./house-assets";
import { type DrawnPage, etagOf, packAll } from "./pack";
import { publicList } from "./public-list";

export { viewOfEdition } from "./edition-views";
export { publicList } from "./public-list";

/**
 * Writes the pages of an article as its editions stand in this transaction: its own, each edition's permanent one, and
 * both under every slug that it was published under before. Of a withdrawn article all these paths answer 410.
 */
export async function rebakeArticle(tx: Tx, articleId: ArticleId): Promise<void> {
  const views = await viewsOfArticle(tx, articleId);
  const article = await tx.article.findUnique({
    where: { id: articleId },
    select: { withdrawnAt: true, withdrawnWhy: true },
  });
  const drawn: DrawnPage[] = [];
  for (const view of views) drawn.push(...(await drawAside(view)));
  const pages = await freeOnly(tx, articleId, [...drawn, ...atOldSlugs(views, drawn)]);
  const paths = pages.map(({ path }) => path);
  if (article?.withdrawnAt) {
    const why = article.withdrawnWhy;
    await writePages(tx, await drawWithdrawn(await siteView(tx), { articleId, paths, why }));
  } else await writePages(tx, pages);
  await tx.page.deleteMany({ where: { articleId, path: { notIn: paths } } });
}

/** Writes front page, feed, sitemap, robots.txt and the 404 page. Two at a time wait for each other, so none is lost. */
export async function rebakeLists(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('imprimatur: lists'))`;
  await bakeHouseAssets(tx);
  await writePages(tx, await drawLists(await siteView(tx), await publicList(tx)));
}

/** Writes every page anew: after a change of templates or of what the house is called. */
export async function rebakeAll(tx: Tx): Promise<void> {
  const articles = await tx.edition.findMany({ distinct: ["articleId"], select: { articleId: true } });
  for (const { articleId } of articles) await rebakeArticle(tx, ArticleId.parse(articleId));
  await rebakeLists(tx);
}

/** The latest edition's page stays at the slugs that the article had before; its canonical address is the new one. */
function atOldSlugs(views: readonly EditionView[], drawn: readonly DrawnPage[]): DrawnPage[] {
  const [view] = views;
  if (!view) return [];
  const { slug } = latestEdition(view);
  const page = drawn.find(({ path }) => path === articlePath(slug));
  const old = new Set(views.map((each) => each.slug).filter((each) => each !== slug));
  return page ? [...old].map((each) => ({ ...page, path: articlePath(each) })) : [];
}

/** Pages at a slug that now is another article's are that article's. */
async function freeOnly(tx: Tx, articleId: ArticleId, pages: DrawnPage[]): Promise<DrawnPage[]> {
  const slugs = [...new Set(pages.map(({ path }) => path.split("/")[1] ?? ""))];
  const taken = await tx.article.findMany({
    where: { slug: { in: slugs }, id: { not: articleId } },
    select: { slug: true },
  });
  const others = new Set(taken.map(({ slug }) => slug));
  return pages.filter(({ path }) => !others.has(path.split("/")[1] ?? ""));
}

/** Packs and stores the pages whose text is not what is stored already. */
async function writePages(tx: Tx, pages: readonly DrawnPage[]): Promise<void> {
  const stored = await tx.page.findMany({
    where: { path: { in: pages.map(({ path }) => path) } },
    select: { path: true, etag: true, status: true, articleId: true, editionId: true },
  });
  const known = new Map(stored.map((row) => [row.path, row]));
  const changed = pages.filter((page) => {
    const row = known.get(page.path);
    const same = row && row.status === page.status && row.articleId === page.articleId;
    return !(same && row.editionId === page.editionId && row.etag === etagOf(page.text));
  });
  for (const { path, ...data } of await packAll(changed)) {
    const page = { ...data, bakedAt: new Date() };
    await tx.page.upsert({ where: { path }, create: { path, ...page }, update: page });
  }
}
