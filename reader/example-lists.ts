import { ArticleId } from "@/domain/ids";
import type { PublicEntry } from "@/domain/publishing/edition";
import { exampleId } from "./example-edition";

/** Made-up articles of a made-up house for tests, the newest change last, with characters that need escaping. */
export const exampleEntries = (count: number): PublicEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    articleId: ArticleId.parse(exampleId(index)),
    slug: `article-${index}`,
    title: `Article <${index}> & "more"`,
    standfirst: "What it is about.\u0007",
    byline: "Ines Calder",
    language: "en",
    publishedAt: "2026-11-20T08:00:00.000Z",
    updatedAt: `2026-11-23T08:00:${String(index % 60).padStart(2, "0")}.000Z`,
    number: 2,
    kind: "correction",
    note: "A number was wrong.",
    sources: 1,
    picture: null,
  }));

/** All that the house's own pages are made of, with so many articles. */
export const exampleHouse = (count: number) => ({
  newest: exampleEntries(count),
  changed: exampleEntries(count),
  news: exampleEntries(count),
  shelves: count > 0 ? [{ name: "Tides", slug: "tides", entries: exampleEntries(1) }] : [],
  topics: count > 0 ? [{ slug: "tides", title: "Tides", articles: count }] : [],
  months: count > 0 ? [{ slug: "2026-11", title: "November 2026", articles: count }] : [],
  languages: count > 0 ? ["de", "en"] : [],
});
