import type { Loose } from "@/server/finding/keep-fields";
import { plainText } from "@/server/finding/plain-text";
import { dateFromText } from "@/server/finding/written-date";
import { namesFromText } from "@/server/finding/written-name";
import type { MetaTags } from "./meta-tags";

/** What any page may have: its title without the site's name, `meta` author and date, the first `time` of an article. */
export function plainPage(document: Document, meta: MetaTags): Loose {
  const site = meta.first("application-name", "og:site_name");
  const heading = document.querySelectorAll("h1");
  const title = plainText(document.querySelector("head > title, title")?.textContent ?? "");
  const time = document.querySelector('time[pubdate], time[itemprop="datePublished"], article time[datetime]');
  const date =
    meta.first(
      "datepublished",
      "date",
      "pubdate",
      "publish-date",
      "parsely-pub-date",
      "sailthru.date",
      "publication_date",
    ) ??
    time?.getAttribute("datetime") ??
    time?.textContent;
  const authors = meta.all("author", "parsely-author", "sailthru.author", "byl").flatMap(namesFromText);
  const language = document.querySelector("html")?.getAttribute("lang") ?? meta.first("content-language");
  return {
    title: withoutSite(title, site) || plainText(heading.length === 1 ? (heading[0]?.textContent ?? "") : ""),
    author: authors.length > 0 ? authors : undefined,
    issued: dateFromText(date ?? ""),
    "container-title": site,
    publisher: meta.first("publisher"),
    language:
      language && /^[a-z]{2,3}(?:[-_][\w-]{2,12})?$/iu.test(language.trim())
        ? language.trim().replace("_", "-")
        : undefined,
    abstract: meta.first("description"),
  };
}

/** "The bridge at Halden | The Halden Post" without what stands behind the mark, where that is the site's name. */
function withoutSite(title: string, site: string | undefined): string {
  if (!site) return title;
  const end = title.length - site.length;
  if (end <= 0 || title.slice(end).toLowerCase() !== site.toLowerCase()) return title;
  const before = title.slice(0, end);
  return /\s[|–—·:»-]\s*$/u.test(before) ? before.replace(/\s[|–—·:»-]\s*$/u, "") : title;
}
