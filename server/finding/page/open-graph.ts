import type { Loose } from "@/server/finding/keep-fields";
import { dateFromText } from "@/server/finding/written-date";
import { nameFromText } from "@/server/finding/written-name";
import type { MetaTags } from "./meta-tags";

/** The Open Graph protocol, with its vocabularies for articles and books, and what Twitter's cards add to it. */
export function openGraph(meta: MetaTags): Loose {
  const kind = meta.first("og:type")?.toLowerCase();
  const authors = meta.all("article:author", "book:author").flatMap((name) => nameFromText(name) ?? []);
  const date = meta.first(
    "article:published_time",
    "book:release_date",
    "og:article:published_time",
    "og:published_time",
  );
  return {
    type: kind === "book" ? "book" : undefined,
    title: meta.first("og:title", "twitter:title"),
    author: authors.length > 0 ? authors : undefined,
    issued: dateFromText(date ?? ""),
    "container-title": kind === "book" ? undefined : meta.first("og:site_name"),
    ISBN: meta.first("book:isbn"),
    language: meta.first("og:locale")?.replace("_", "-"),
    abstract: meta.first("og:description", "twitter:description"),
  };
}
