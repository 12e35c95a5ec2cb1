import { absolute, articlePath } from "@/domain/publishing/address";
import type { PublicEntry, SiteView } from "@/domain/publishing/edition";
import { xml, xmlDocument } from "./xml";

/** The sitemap (sitemaps.org protocol 0.9, which allows 50,000 addresses in one) of the articles that stand. */
export function sitemap(site: SiteView, list: readonly PublicEntry[]): string {
  return xmlDocument(
    xml(
      "urlset",
      { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" },
      xml("url", {}, xml("loc", {}, absolute(site.baseUrl, "/"))),
      ...list
        .slice(0, 49_999)
        .map((entry) =>
          xml(
            "url",
            {},
            xml("loc", {}, absolute(site.baseUrl, articlePath(entry.slug))),
            xml("lastmod", {}, entry.updatedAt),
          ),
        ),
    ),
  );
}

/** What crawlers are told (RFC 9309): everything but the desk, and where the sitemap is. */
export function robots(site: SiteView): string {
  const lines = ["User-agent: *", "Disallow: /desk", "Disallow: /api/", "Disallow: /sign-in", "Disallow: /invite"];
  if (site.baseUrl) lines.push("", `Sitemap: ${absolute(site.baseUrl, "/sitemap.xml")}`);
  return `${lines.join("\n")}\n`;
}
