/** The first path segments that belong to the house itself, so no article can be known by them. */
export const reservedSlugs: readonly string[] = [
  "404",
  "410",
  "about",
  "api",
  "archive",
  "assets",
  "authors",
  "desk",
  "editions",
  "feed",
  "invite",
  "search",
  "sign-in",
  "sign-out",
  "sources",
  "topics",
];

/** The path of an article as it stands now: its latest edition. */
export const articlePath = (slug: string): string => `/${slug}`;

/** The permanent path of one edition; `slug` is the one that the edition was published under. */
export const editionPath = (slug: string, number: number): string => `/${slug}/editions/${number}`;

/** A path as an absolute address where the site knows its own, else the path itself. */
export const absolute = (baseUrl: string, path: string): string => baseUrl.replace(/\/+$/, "") + path;
