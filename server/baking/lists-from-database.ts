import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { inAscii, listPath, type OpenList } from "@/domain/publishing/address";
import type { SiteView } from "@/domain/publishing/edition";
import { drawnFor, isFed, listKinds, onHead } from "@/domain/publishing/lists";
import { sitemapIndex, sitemapOfHouse, sitemapPart } from "@/reader/sitemap";
import type { Tx } from "@/server/db";
import { lastChanged, newest, newestOf, onPages, since, worksOnPage } from "@/server/db/published-entries";
import { drawFeeds, drawHouse, drawList, drawNews, own } from "./draw-lists";
import { siteView } from "./edition-views";
import { bakeHouseAssets } from "./house-assets";
import type { DrawnPage } from "./pack";
import { writePages } from "./write-pages";

const mostInFeed = 50;
const mostOnFront = 25;
const mostNews = 1_000;
const twoDays = 48 * 60 * 60 * 1000;
const shelves = { topics: 6, entries: 6 };
/** How many lists of a kind an index shows; there are more months or topics than this in no newsroom that we know. */
const mostInIndex = 2_000;
const zip = promisify(gzip);

/**
 * Draws anew what lists articles: the pages of lists that something on them was changed, and the house's own few pages and files.
 * Two at a time wait for each other, so none is lost. Answers how many pages of lists are still to be drawn.
 */
export async function rebakeLists(tx: Tx, most = 500): Promise<number> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('imprimatur: lists'))`;
  await bakeHouseAssets(tx);
  const site = await siteView(tx);
  const touched = await tx.listPage.findMany({
    where: { touched: true },
    orderBy: [{ list: "asc" }, { page: "asc" }],
    take: most,
  });
  const drawn: DrawnPage[] = [];
  const lists = await tx.list.findMany({ where: { name: { in: touched.map((one) => one.list) } } });
  const topics = await standingTopics(tx, lists);
  for (const list of lists) {
    const pages = touched.flatMap((one) => (one.list === list.name ? [one.page] : []));
    drawn.push(...(await drawTouched(tx, site, list, { topics, pages })));
  }
  await writePages(tx, [...drawn, ...(await drawIndexes(tx, site))]);
  await tx.$executeRaw`update list_page set touched = false
    from jsonb_to_recordset(${JSON.stringify(touched)}::jsonb) as drawn (list text, page int)
    where list_page.list = drawn.list and list_page.page = drawn.page`;
  return touched.length < most ? 0 : tx.listPage.count({ where: { touched: true } });
}

/** Draws the news sitemap alone anew: what it tells ends with the clock, not with the next publication. */
export async function rebakeNews(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('imprimatur: lists'))`;
  await writePages(tx, [drawNews(await siteView(tx), await newsOf(tx))]);
}

const newsOf = (tx: Tx) => since(tx, new Date(Date.now() - twoDays), mostNews);

/** Has every page of every list drawn anew with the next calls of `rebakeLists`. */
export const touchAllLists = (tx: Tx) => tx.listPage.updateMany({ data: { touched: true } });

type StoredList = { name: string; kind: string; slug: string; title: string; articles: number; pages: number };

/** What of the touched lists is topics that stand: the slug of each with what it is about. */
async function standingTopics(tx: Tx, lists: readonly StoredList[]): Promise<ReadonlyMap<string, string>> {
  const slugs = lists.flatMap(({ kind, slug }) => (kind === "topic" ? [slug] : []));
  const rows = await tx.topic.findMany({ where: { slug: { in: slugs }, mergedInto: null, removedAt: null } });
  return new Map(rows.map(({ slug, description }) => [slug, description]));
}

type Touched = { topics: ReadonlyMap<string, string>; pages: number[] };

async function drawTouched(tx: Tx, site: SiteView, list: StoredList, { topics, pages }: Touched): Promise<DrawnPage[]> {
  const kind = listKinds.find((known) => known === list.kind);
  if (!kind) return [];
  if (kind === "sitemap") return Promise.all(pages.map((page) => drawPart(tx, site, list, page)));
  // At the address of a topic that is no more the way to where it is now stands, or that it is gone.
  if (kind === "topic" && !topics.has(list.slug)) return [];
  const description = (kind === "topic" && topics.get(list.slug)) || "";
  const drawn: DrawnPage[] = [];
  for (const page of drawnFor(pages, list.pages)) {
    const entries = await onPages(tx, list, page === "head" ? onHead(list.pages) : [page]);
    drawn.push(await drawList(site, { ...list, kind, description }, page, entries));
  }
  // A change on an older page is told by the feeds too.
  if (isFed(kind)) drawn.push(...(await feedsOf(tx, site, { ...list, kind })));
  return drawn;
}

const feedsOf = async (tx: Tx, site: SiteView, list: StoredList & { kind: OpenList }): Promise<DrawnPage[]> =>
  drawFeeds(site, await lastChanged(tx, mostInFeed, list.name), {
    title: `${list.title} · ${site.name}`,
    at: inAscii(listPath(list.kind, list.slug)),
  }).map((page) => ({ ...page, path: decodeURI(page.path) }));

/** A part of the sitemap, gzipped as the protocol has it: the file itself is packed, whoever asks for it. */
async function drawPart(tx: Tx, site: SiteView, list: StoredList, page: number): Promise<DrawnPage> {
  const works = await worksOnPage(tx, list.name, page);
  const bytes = await zip(sitemapPart(site, await onPages(tx, list, [page]), works), { level: 6 });
  return { ...own(partPath(page), "sitemap", "application/gzip", ""), bytes: Uint8Array.from(bytes) };
}

const partPath = (page: number): string => `/sitemap-${page}.xml.gz`;
const housePath = "/sitemap-house.xml";

async function drawIndexes(tx: Tx, site: SiteView): Promise<DrawnPage[]> {
  const lists = await indexedLists(tx);
  const topics = lists.filter(({ kind }) => kind === "topic").slice(0, mostInIndex);
  const months = lists
    .filter(({ kind }) => kind === "month")
    .slice(0, mostInIndex)
    .toSorted((a, b) => (a.slug < b.slug ? 1 : -1));
  const tongues = lists.filter(({ kind }) => kind === "language");
  const byName = topics.toSorted((a, b) => a.title.localeCompare(b.title, "en"));
  const parts = await tx.listPage.findMany({ where: { list: "sitemap:articles" }, orderBy: { page: "asc" } });
  const languages = tongues.length > 1 ? tongues.map(({ slug }) => slug).toSorted() : [];
  const pathsOf = (kind: OpenList, listed: readonly StoredList[]) =>
    listed.map(({ slug }) => inAscii(listPath(kind, slug)));
  const house = ["/", "/archive", "/topics", ...pathsOf("topic", topics), ...pathsOf("month", months)];
  const index = [
    { path: housePath, changedAt: null },
    ...parts.map(({ page, changedAt }) => ({ path: partPath(page), changedAt: changedAt.toISOString() })),
  ];
  const xml = "application/xml; charset=utf-8";
  return [
    ...(await drawHouse(site, {
      newest: await newest(tx, mostOnFront),
      changed: await lastChanged(tx, mostInFeed),
      news: await newsOf(tx),
      shelves: await shelvesOf(tx, topics),
      topics: byName,
      months,
      languages,
    })),
    own(housePath, "sitemap", xml, sitemapOfHouse(site, house)),
    own("/sitemap.xml", "sitemap", xml, sitemapIndex(site, index)),
  ];
}

/** The topics, months and languages with articles in them, those with the newest article first. */
const indexedLists = (tx: Tx): Promise<StoredList[]> =>
  tx.list.findMany({
    where: { kind: { in: ["topic", "month", "language"] }, articles: { gt: 0 } },
    orderBy: [{ latestAt: "desc" }, { name: "asc" }],
    take: 2 * mostInIndex,
  });

async function shelvesOf(tx: Tx, topics: readonly StoredList[]) {
  const all = [];
  for (const { name, title, slug } of topics.slice(0, shelves.topics))
    all.push({ name: title, slug, entries: await newestOf(tx, name, shelves.entries) });
  return all;
}
