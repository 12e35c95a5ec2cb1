import { absolute, articlePath } from "@/domain/publishing/address";
import type { PublicEntry, SiteView } from "@/domain/publishing/edition";
import { xml, xmlDocument } from "./xml";

/** The Atom feed (RFC 4287) of the articles that stand; a correction or an update raises an entry's `updated`. */
export function atomFeed(site: SiteView, list: readonly PublicEntry[]): string {
  const updated =
    list
      .map((entry) => entry.updatedAt)
      .toSorted()
      .at(-1) ?? "1970-01-01T00:00:00Z";
  return xmlDocument(
    xml(
      "feed",
      { xmlns: "http://www.w3.org/2005/Atom" },
      xml("id", {}, absolute(site.baseUrl, "/feed.xml")),
      xml("title", {}, site.name),
      ...(site.tagline ? [xml("subtitle", {}, site.tagline)] : []),
      xml("updated", {}, updated),
      xml("author", {}, xml("name", {}, site.name)),
      xml("link", { rel: "self", href: absolute(site.baseUrl, "/feed.xml") }),
      xml("link", { rel: "alternate", type: "text/html", href: absolute(site.baseUrl, "/") }),
      ...list.map((entry) => entryOf(site, entry)),
    ),
  );
}

function entryOf(site: SiteView, entry: PublicEntry) {
  return xml(
    "entry",
    {},
    xml("id", {}, `urn:uuid:${entry.articleId}`),
    xml("title", {}, entry.title),
    xml("published", {}, entry.publishedAt),
    xml("updated", {}, entry.updatedAt),
    xml("link", { rel: "alternate", type: "text/html", href: absolute(site.baseUrl, articlePath(entry.slug)) }),
    ...(entry.byline ? [xml("author", {}, xml("name", {}, entry.byline))] : []),
    ...(entry.standfirst ? [xml("summary", {}, entry.standfirst)] : []),
  );
}
