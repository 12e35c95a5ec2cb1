import { authorsOf } from "./authors";
import { languageName, languageOf } from "./language";

export const listKinds = ["topic", "author", "month", "language", "sitemap"] as const;
export type ListKind = (typeof listKinds)[number];

/** A list as it is known by: `name` is its kind and slug, `title` what readers see. */
export type List = { name: string; kind: ListKind; slug: string; title: string };

type Filed = {
  byline: string;
  language: string;
  firstAt: string;
  topics: readonly { name: string; slug: string }[];
};

/** Whether a list has feeds of its own: readers follow a topic or a language. */
export const isFed = (kind: ListKind): boolean => kind === "topic" || kind === "language";

/** How many articles stand on one page of a list; a sitemap may hold 50,000, and is made anew faster when it holds fewer. */
export const pageSize = (kind: ListKind): number => (kind === "sitemap" ? 2_000 : 30);

/** The lists that an article stands on: its topics, its authors, its month, its language, and the sitemap. */
export function listsOf({ byline, language, firstAt, topics }: Filed): List[] {
  const month = firstAt.slice(0, 7);
  const tongue = languageOf(language);
  return [
    ...topics.map(({ slug, name }) => list("topic", slug, name)),
    ...authorsOf(byline).map(({ slug, name }) => list("author", slug, name)),
    list("month", month, monthName(month)),
    list("language", tongue, languageName(tongue)),
    list("sitemap", "articles", "Articles"),
  ];
}

const list = (kind: ListKind, slug: string, title: string): List => ({ name: `${kind}:${slug}`, kind, slug, title });

const named = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** "2026-11" as "November 2026". */
export const monthName = (month: string): string => named.format(new Date(`${month}-01T00:00:00Z`));

/**
 * Which pages of a list a reader sees where. Pages are numbered from the oldest, so a full one stays as it is; the list's
 * own address shows the newest two, and each older page has its number.
 */
export const onHead = (pages: number): number[] => (pages > 1 ? [pages, pages - 1] : [pages]);
export const isNumbered = (page: number, pages: number): boolean => page >= 1 && page <= pages - 2;

/** The addresses to draw anew when these pages of a list changed: "head", or the numbers of older pages. */
export function drawnFor(touched: readonly number[], pages: number): ("head" | number)[] {
  const drawn = new Set<"head" | number>();
  for (const page of touched) drawn.add(isNumbered(page, pages) ? page : "head");
  return [...drawn];
}
