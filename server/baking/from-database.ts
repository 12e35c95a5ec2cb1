import type { ArticleId } from "@/domain/ids";
import type { Around } from "@/domain/publishing/around";
import { articlePath } from "@/domain/publishing/address";
import { type EditionView, latestEdition } from "@/domain/publishing/edition";
import type { Tx } from "@/server/db";
import { aroundOf } from "./around";
import { drawWithdrawn } from "./bake";
import { drawBeside, pathsBeside } from "./beside";
import { cardOf } from "./cards-from-database";
import { drawAside } from "./draw-aside";
import { siteView, viewsOfArticle } from "./edition-views";
import type { DrawnPage } from "./pack";
import { keepPublished, latestOf } from "./published";
import { writePages } from "./write-pages";

export { viewOfEdition } from "./edition-views";
export { rebakeLists, rebakeNews, touchAllLists } from "./lists-from-database";

/**
 * Writes the pages of an article as its editions stand in this transaction: its own, each edition's permanent one, and
 * at every slug that it was published under before the way to where it is now. Of a withdrawn article all these paths
 * answer 410. What stands beside an older edition says nothing of newer ones: where only an edition is `added` it is left
 * as it is. What lists, feeds and search know of the article follows, so call `rebakeLists` afterwards.
 */
export async function rebakeArticle(tx: Tx, articleId: ArticleId, why: "anew" | "added" = "anew"): Promise<void> {
  const views = await viewsOfArticle(tx, articleId);
  const article = await tx.article.findUnique({
    where: { id: articleId },
    select: { withdrawnAt: true, withdrawnWhy: true },
  });
  const found = await aroundOf(tx, articleId);
  const { card, image } = await cardOf(tx, latestOf(views));
  const around: Around = { ...found, image };
  const drawn: DrawnPage[] = [];
  const left: string[] = [];
  for (const [index, view] of views.entries()) {
    drawn.push(...(await drawAside(view, around)));
    const before = views[index - 1] ?? null;
    if (why === "added" && index < views.length - 1) left.push(...pathsBeside(view, before));
    else drawn.push(...(await drawBeside(view, before)));
  }
  const pages = [...drawn, ...fromOldSlugs(views)];
  const paths = [...pages.map(({ path }) => path), ...left, ...(image ? [image] : [])];
  if (article?.withdrawnAt) {
    const why = article.withdrawnWhy;
    await writePages(tx, await drawWithdrawn(await siteView(tx), { articleId, paths, why }));
  } else await writePages(tx, [...pages, ...card]);
  await tx.page.deleteMany({ where: { articleId, path: { notIn: paths } } });
  await keepPublished(tx, articleId, article?.withdrawnAt ? null : latestOf(views), found);
}

/**
 * The slugs that the article had before lead to the one it has, in one step; what was cited, its editions, stay where they
 * were. What else was beside the old page is led on from here (server/queries/followed).
 */
function fromOldSlugs(views: readonly EditionView[]): DrawnPage[] {
  const [view] = views;
  if (!view) return [];
  const location = articlePath(latestEdition(view).slug);
  const old = new Set(views.map(({ slug }) => articlePath(slug)).filter((path) => path !== location));
  return [...old].map((path) => ({
    path,
    kind: "notice",
    articleId: view.articleId,
    editionId: null,
    status: 308,
    contentType: "text/plain; charset=utf-8",
    text: `This article has moved to ${location}\n`,
    location,
  }));
}
