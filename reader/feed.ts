import { absolute, articlePath } from "@/domain/publishing/address";
import type { PublicEntry, SiteView } from "@/domain/publishing/edition";
import { xml, xmlDocument } from "./xml";

/** What a feed is of: the whole house, or a topic of it; `at` is the path before the feed's name, "" or "/topics/tides". */
export type Channel = { title: string; at: string };

/**
 * The Atom feed (RFC 4287) of what was published last. A correction or an update raises an entry's `updated` and says so
 * in its summary; a retraction takes the place of the article's summary, so that whoever read it there is told there.
 */
export function atomFeed(site: SiteView, list: readonly PublicEntry[], { title, at }: Channel): string {
  return xmlDocument(
    xml(
      "feed",
      { xmlns: "http://www.w3.org/2005/Atom" },
      xml("id", {}, absolute(site.baseUrl, `${at}/feed.xml`)),
      xml("title", {}, title),
      ...(site.tagline && !at ? [xml("subtitle", {}, site.tagline)] : []),
      xml("updated", {}, newestOf(list)),
      xml("author", {}, xml("name", {}, site.name)),
      xml("link", { rel: "self", type: "application/atom+xml", href: absolute(site.baseUrl, `${at}/feed.xml`) }),
      xml("link", { rel: "alternate", type: "text/html", href: absolute(site.baseUrl, at || "/") }),
      ...list.map((entry) => entryOf(site, entry)),
    ),
  );
}

function entryOf(site: SiteView, entry: PublicEntry) {
  const summary = summaryOf(entry);
  const picture = pictureOf(site, entry);
  return xml(
    "entry",
    { "xml:lang": entry.language },
    xml("id", {}, `urn:uuid:${entry.articleId}`),
    xml("title", {}, titleOf(entry)),
    xml("published", {}, entry.publishedAt),
    xml("updated", {}, entry.updatedAt),
    xml("link", { rel: "alternate", type: "text/html", href: absolute(site.baseUrl, articlePath(entry.slug)) }),
    ...(picture ? [xml("link", { rel: "enclosure", ...picture })] : []),
    ...(entry.byline ? [xml("author", {}, xml("name", {}, entry.byline))] : []),
    ...(summary ? [xml("summary", {}, summary)] : []),
  );
}

/** When the newest of these changed; a feed of nothing is as old as time (RFC 3339). */
export const newestOf = (list: readonly PublicEntry[]): string =>
  list.reduce((newest, { updatedAt }) => (updatedAt > newest ? updatedAt : newest), "1970-01-01T00:00:00.000Z");

/** The title in a feed; a retracted article's says so. */
export const titleOf = ({ kind, title }: PublicEntry): string =>
  kind === "retraction" ? `Retracted: ${title}` : title;

/** What a feed says below the title: the standfirst, after the correction's note; of a retracted article only why. */
export function summaryOf({ kind, note, standfirst }: PublicEntry): string {
  if (kind === "retraction") return `This article was retracted. ${note ?? ""}`.trim();
  return kind === "correction" && note ? `Corrected: ${note} ${standfirst}`.trim() : standfirst;
}

/**
 * The picture that a feed shows with an article: its absolute address, media type and length in bytes. None with a retracted
 * one, nor while the site does not know its own address.
 */
export function pictureOf(
  { baseUrl }: SiteView,
  { kind, picture }: PublicEntry,
): { href: string; type: string; length: string } | null {
  if (!picture || !baseUrl || kind === "retraction") return null;
  return { href: absolute(baseUrl, picture.path), type: picture.type, length: String(picture.length) };
}
