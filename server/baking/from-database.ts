import { ArticleId } from "@/domain/ids";
import { articlePath } from "@/domain/publishing/address";
import { type EditionView, latestEdition } from "@/domain/publishing/edition";
import type { Tx } from "@/server/db";
import { drawLists, drawWithdrawn } from "./bake";
import { drawAside } from "./draw-aside";
import { siteView, viewsOfArticle } from "./edition-views";
import { drawBeside, pathsBeside } from "./beside";
import { bakeHouseAssets } from "./house-assets";
import { rebakeKeys } from "./keys";
import type { DrawnPage } from "./pack";
import { publicList } from "./public-list";
import { writePages } from "./write-pages";

export { viewOfEdition } from "./edition-views";
export { publicList } from "./public-list";

/**
 * Writes the pages of an article as its editions stand in this transaction: its own, each edition's permanent one, and
 * both under every slug that it was published under before. Of a withdrawn article all these paths answer 410. What stands
 * beside an older edition says nothing of newer ones: where only an edition is `added` it is left as it is.
 */
export async function rebakeArticle(tx: Tx, articleId: ArticleId, why: "anew" | "added" = "anew"): Promise<void> {
  const views = await viewsOfArticle(tx, articleId);
  const article = await tx.article.findUnique({
    where: { id: articleId },
    select: { withdrawnAt: true, withdrawnWhy: true },
  });
  const drawn: DrawnPage[] = [];
  const left: string[] = [];
  for (const [index, view] of views.entries()) {
    drawn.push(...(await drawAside(view)));
    const before = views[index - 1] ?? null;
    if (why === "added" && index < views.length - 1) left.push(...pathsBeside(view, before));
    else drawn.push(...(await drawBeside(view, before)));
  }
  const pages = await freeOnly(tx, articleId, [...drawn, ...atOldSlugs(views, drawn)]);
  const paths = [...pages.map(({ path }) => path), ...left];
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
  await rebakeKeys(tx);
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
  const slugs = [...new Set(pages.map(({ path }) => slugIn(path)))];
  const taken = await tx.article.findMany({
    where: { slug: { in: slugs }, id: { not: articleId } },
    select: { slug: true },
  });
  const others = new Set(taken.map(({ slug }) => slug));
  return pages.filter(({ path }) => !others.has(slugIn(path)));
}

/** The slug in a path; what is beside a page bears its slug before a dot. */
const slugIn = (path: string): string => (path.split("/")[1] ?? "").split(".")[0] ?? "";
