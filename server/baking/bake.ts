import { articlePath, editionPath } from "@/domain/publishing/address";
import { type EditionView, latestEdition, type PublicEntry, type SiteView } from "@/domain/publishing/edition";
import { ArticlePage } from "@/reader/article-page";
import { atomFeed } from "@/reader/feed";
import { FrontPage } from "@/reader/front-page";
import { mementoHeaders, originalHeaders } from "@/reader/memento";
import { NoticePage } from "@/reader/notice-page";
import { robots, sitemap } from "@/reader/sitemap";
import { markup } from "./markup";
import { type BakedPage, type DrawnPage, packAll } from "./pack";
import { stylesheet } from "./stylesheet";

const html = "text/html; charset=utf-8";
const mostInFeed = 50;
const mostOnFront = 100;

/** The pages of one edition, drawn: its permanent one and, while it is the latest, the article's own. */
export async function drawEditionPages(view: EditionView): Promise<DrawnPage[]> {
  const text = await markup(ArticlePage({ view, style: await stylesheet() }));
  const shown = { articleId: view.articleId, editionId: view.editionId, status: 200, contentType: html, text };
  const permanent: DrawnPage = {
    ...shown,
    path: editionPath(view.slug, view.number),
    kind: "edition",
    headers: mementoHeaders(view),
  };
  if (latestEdition(view).number !== view.number) return [permanent];
  return [{ ...shown, path: articlePath(view.slug), kind: "article", headers: originalHeaders(view) }, permanent];
}

/** The same, packed. */
export const bakeEditionPages = async (view: EditionView): Promise<BakedPage[]> =>
  packAll(await drawEditionPages(view));

/** Everything that lists articles: front page, feed, sitemap; and what goes with them: robots.txt and the 404 page. */
export async function drawLists(site: SiteView, list: readonly PublicEntry[]): Promise<DrawnPage[]> {
  const style = await stylesheet();
  const front = await markup(FrontPage({ site, list: list.slice(0, mostOnFront), style }));
  return [
    house("/", "list", html, front),
    house("/feed.xml", "feed", "application/atom+xml; charset=utf-8", atomFeed(site, list.slice(0, mostInFeed))),
    house("/sitemap.xml", "sitemap", "application/xml; charset=utf-8", sitemap(site, list)),
    house("/robots.txt", "asset", "text/plain; charset=utf-8", robots(site)),
    { ...house("/404", "notice", html, await markup(NoticePage({ site, status: 404, style }))), status: 404 },
  ];
}

/** What answers at the paths of an article that was withdrawn by law. */
export async function drawWithdrawn(site: SiteView, withdrawn: Withdrawn): Promise<DrawnPage[]> {
  const text = await markup(NoticePage({ site, status: 410, why: withdrawn.why, style: await stylesheet() }));
  return withdrawn.paths.map((path) => ({
    ...house(path, "notice", html, text),
    articleId: withdrawn.articleId,
    status: 410,
  }));
}

type Withdrawn = { articleId: string; paths: readonly string[]; why: string | null };

const house = (path: string, kind: DrawnPage["kind"], contentType: string, text: string): DrawnPage => ({
  path,
  kind,
  contentType,
  text,
  status: 200,
  articleId: null,
  editionId: null,
});
