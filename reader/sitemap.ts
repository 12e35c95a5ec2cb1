import { absolute, articlePath } from "@/domain/publishing/address";
import type { ArticleId } from "@/domain/ids";
import { type Alternate, hreflangs } from "@/domain/publishing/around";
import type { PublicEntry, SiteView } from "@/domain/publishing/edition";
import { xml, xmlDocument } from "./xml";

const protocol = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** The languages of the works of some articles that have more than one, themselves included, by the article. */
export type Works = ReadonlyMap<ArticleId, readonly Alternate[]>;

/**
 * A part of the sitemap (sitemaps.org protocol 0.9, at most 50,000 addresses in one): these articles, each with all the
 * languages that its work is published in, as search engines ask for (xhtml:link with hreflang).
 */
export function sitemapPart(site: SiteView, list: readonly PublicEntry[], works: Works = new Map()): string {
  const urls = list.map(({ articleId, slug, updatedAt }) =>
    page(site, articlePath(slug), updatedAt, hreflangs(works.get(articleId) ?? [])),
  );
  return urlset(urls, works.size > 0 ? { "xmlns:xhtml": "http://www.w3.org/1999/xhtml" } : {});
}

/** The part with the house's own pages: front page, archive, topics, and each topic and month. Paths are ready for links. */
export const sitemapOfHouse = (site: SiteView, paths: readonly string[]): string =>
  urlset(paths.map((path) => page(site, path, null)));

/** The index of the parts, each with the time of its last change. */
export function sitemapIndex(site: SiteView, parts: readonly { path: string; changedAt: string | null }[]): string {
  return xmlDocument(
    xml(
      "sitemapindex",
      { xmlns: protocol },
      ...parts.map(({ path, changedAt }) =>
        xml(
          "sitemap",
          {},
          xml("loc", {}, absolute(site.baseUrl, path)),
          ...(changedAt ? [xml("lastmod", {}, changedAt)] : []),
        ),
      ),
    ),
  );
}

/** The news sitemap (Google News schema 0.9: at most 1,000 articles of the last two days). */
export function newsSitemap(site: SiteView, list: readonly PublicEntry[]): string {
  const news = "http://www.google.com/schemas/sitemap-news/0.9";
  return xmlDocument(
    xml(
      "urlset",
      { xmlns: protocol, "xmlns:news": news },
      ...list.map((entry) =>
        xml(
          "url",
          {},
          xml("loc", {}, absolute(site.baseUrl, articlePath(entry.slug))),
          xml(
            "news:news",
            {},
            xml(
              "news:publication",
              {},
              xml("news:name", {}, site.name),
              xml("news:language", {}, entry.language.split("-")[0] ?? "en"),
            ),
            xml("news:publication_date", {}, entry.publishedAt),
            xml("news:title", {}, entry.title),
          ),
        ),
      ),
    ),
  );
}

const urlset = (urls: readonly ReturnType<typeof xml>[], more: Record<string, string> = {}): string =>
  xmlDocument(xml("urlset", { xmlns: protocol, ...more }, ...urls));

const page = (site: SiteView, path: string, changedAt: string | null, languages: ReturnType<typeof hreflangs> = []) =>
  xml(
    "url",
    {},
    xml("loc", {}, absolute(site.baseUrl, path)),
    ...(changedAt ? [xml("lastmod", {}, changedAt)] : []),
    ...languages.map(({ hreflang, slug }) =>
      xml("xhtml:link", { rel: "alternate", hreflang, href: absolute(site.baseUrl, articlePath(slug)) }),
    ),
  );

/** What crawlers are told (RFC 9309): everything but the desk and the search, and where the sitemaps are. */
export function robots(site: SiteView): string {
  const kept = ["/desk", "/api/", "/sign-in", "/invite", "/search"];
  const lines = ["User-agent: *", ...kept.map((path) => `Disallow: ${path}`)];
  if (site.baseUrl)
    lines.push("", ...["/sitemap.xml", "/sitemap-news.xml"].map((path) => `Sitemap: ${absolute(site.baseUrl, path)}`));
  return `${lines.join("\n")}\n`;
}
