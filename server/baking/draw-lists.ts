import type { List } from "@/domain/publishing/lists";
import { type OpenList, listPath } from "@/domain/publishing/address";
import type { PublicEntry, SiteView } from "@/domain/publishing/edition";
import { type Channel, atomFeed } from "@/reader/feed";
import { FrontPage, type Shelf } from "@/reader/front-page";
import { ArchivePage, type IndexLine, TopicsPage } from "@/reader/index-page";
import { jsonFeed } from "@/reader/json-feed";
import { ListPage } from "@/reader/list-page";
import { NoticePage } from "@/reader/notice-page";
import { rssFeed } from "@/reader/rss";
import { newsSitemap, robots } from "@/reader/sitemap";
import { markup } from "./markup";
import type { DrawnPage } from "./pack";
import { stylesheet } from "./stylesheet";

const html = "text/html; charset=utf-8";
const mostOnNotice = 5;

/** What the house's own pages are made of, besides the lists: a bounded number of each. */
export type House = {
  newest: readonly PublicEntry[];
  changed: readonly PublicEntry[];
  news: readonly PublicEntry[];
  shelves: readonly Shelf[];
  topics: readonly IndexLine[];
  months: readonly IndexLine[];
  languages: readonly string[];
};

/** The house's own pages: front page, archive, topics, feeds, news sitemap, robots.txt and the 404 page. */
export async function drawHouse(site: SiteView, house: House): Promise<DrawnPage[]> {
  const style = await stylesheet("lists");
  const { newest, changed, news, shelves, topics, months, languages } = house;
  const latest = newest.slice(0, mostOnNotice);
  return [
    own("/", "list", html, await markup(FrontPage({ site, list: newest, shelves, languages, style }))),
    own("/archive", "list", html, await markup(ArchivePage({ site, lines: months, style }))),
    own("/topics", "list", html, await markup(TopicsPage({ site, lines: topics, style }))),
    ...drawFeeds(site, changed, { title: site.name, at: "" }),
    drawNews(site, news),
    own("/robots.txt", "asset", "text/plain; charset=utf-8", robots(site)),
    { ...own("/404", "notice", html, await notFound({ site, latest, style })), status: 404 },
  ];
}

/** The sitemap of what is new. */
export const drawNews = (site: SiteView, news: readonly PublicEntry[]): DrawnPage =>
  own("/sitemap-news.xml", "sitemap", "application/xml; charset=utf-8", newsSitemap(site, news));

const notFound = (props: { site: SiteView; latest: readonly PublicEntry[]; style: string }): Promise<string> =>
  markup(NoticePage({ ...props, about: "missing" }));

/** One page of a list: its head or an older one. */
export async function drawList(
  site: SiteView,
  list: Pick<List, "slug" | "title"> & { kind: OpenList; description?: string; articles: number; pages: number },
  page: "head" | number,
  entries: readonly PublicEntry[],
): Promise<DrawnPage> {
  const text = await markup(ListPage({ site, list, page, entries, style: await stylesheet("lists") }));
  return own(listPath(list.kind, list.slug, page), "list", html, text);
}

/** The same entries as Atom, RSS 2.0 and JSON Feed 1.1. */
export const drawFeeds = (site: SiteView, entries: readonly PublicEntry[], channel: Channel): DrawnPage[] => [
  own(`${channel.at}/feed.xml`, "feed", "application/atom+xml; charset=utf-8", atomFeed(site, entries, channel)),
  own(`${channel.at}/feed.rss`, "feed", "application/rss+xml; charset=utf-8", rssFeed(site, entries, channel)),
  own(`${channel.at}/feed.json`, "feed", "application/feed+json; charset=utf-8", jsonFeed(site, entries, channel)),
];

/** A page of the house: no article's. */
export const own = (path: string, kind: DrawnPage["kind"], contentType: string, text: string): DrawnPage => ({
  path,
  kind,
  contentType,
  text,
  status: 200,
  articleId: null,
  editionId: null,
});
