import { absolute, articlePath } from "@/domain/publishing/address";
import type { PublicEntry, SiteView } from "@/domain/publishing/edition";
import { type Channel, newestOf, pictureOf, summaryOf, titleOf } from "./feed";
import { xml, xmlDocument } from "./xml";

const atom = "http://www.w3.org/2005/Atom";
const dublinCore = "http://purl.org/dc/elements/1.1/";

/**
 * The same as RSS 2.0 (RSS Advisory Board, 2.0.11). An item has no time of change there, so `atom:updated` says it, and
 * the guid stays the article's for ever. Names stand in `dc:creator`, for RSS's own author is a mail address.
 */
export function rssFeed(site: SiteView, list: readonly PublicEntry[], { title, at }: Channel): string {
  const self = absolute(site.baseUrl, `${at}/feed.rss`);
  return xmlDocument(
    xml(
      "rss",
      { version: "2.0", "xmlns:atom": atom, "xmlns:dc": dublinCore },
      xml(
        "channel",
        {},
        xml("title", {}, title),
        xml("link", {}, absolute(site.baseUrl, at || "/")),
        xml("description", {}, at ? `What ${site.name} publishes about ${title}.` : site.tagline || site.name),
        xml("lastBuildDate", {}, rfc822(newestOf(list))),
        xml("atom:link", { rel: "self", type: "application/rss+xml", href: self }),
        ...list.map((entry) =>
          xml(
            "item",
            {},
            xml("title", {}, titleOf(entry)),
            xml("link", {}, absolute(site.baseUrl, articlePath(entry.slug))),
            xml("guid", { isPermaLink: "false" }, `urn:uuid:${entry.articleId}`),
            xml("pubDate", {}, rfc822(entry.publishedAt)),
            xml("atom:updated", {}, entry.updatedAt),
            ...enclosureOf(site, entry),
            ...(entry.byline ? [xml("dc:creator", {}, entry.byline)] : []),
            ...(summaryOf(entry) ? [xml("description", {}, summaryOf(entry))] : []),
          ),
        ),
      ),
    ),
  );
}

function enclosureOf(site: SiteView, entry: PublicEntry) {
  const picture = pictureOf(site, entry);
  if (!picture) return [];
  const { href: url, length, type } = picture;
  return [xml("enclosure", { url, length, type })];
}

/** A time as RFC 822 has it, with the four digits of the year that RSS prefers. */
const rfc822 = (iso: string): string => new Date(iso).toUTCString().replace("GMT", "+0000");
