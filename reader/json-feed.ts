import { absolute, articlePath, inAscii, listPath } from "@/domain/publishing/address";
import { authorsOf } from "@/domain/publishing/authors";
import type { PublicEntry, SiteView } from "@/domain/publishing/edition";
import { type Channel, pictureOf, summaryOf, titleOf } from "./feed";

/** The same as a JSON Feed (version 1.1, jsonfeed.org). */
export function jsonFeed(site: SiteView, list: readonly PublicEntry[], { title, at }: Channel): string {
  return `${JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: absolute(site.baseUrl, at || "/"),
    feed_url: absolute(site.baseUrl, `${at}/feed.json`),
    ...(site.tagline && !at && { description: site.tagline }),
    authors: [{ name: site.name }],
    items: list.map((entry) => ({
      id: `urn:uuid:${entry.articleId}`,
      url: absolute(site.baseUrl, articlePath(entry.slug)),
      title: titleOf(entry),
      content_text: summaryOf(entry),
      image: pictureOf(site, entry)?.href,
      date_published: entry.publishedAt,
      date_modified: entry.updatedAt,
      language: entry.language,
      authors: authorsOf(entry.byline).map(({ name, slug }) => ({
        name,
        url: absolute(site.baseUrl, inAscii(listPath("author", slug))),
      })),
    })),
  })}\n`;
}
