import type { ListKind } from "./lists";

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
  "languages",
  "media",
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

/** The path of a picture's form, whose name names its bytes (domain/document/pictures). */
export const mediaPath = (name: string): string => `/media/${name}`;

/** The paths beside an edition's page: what it says for machines, its receipt, what changed in it. */
export const besidePaths = (slug: string, number: number) => {
  const edition = editionPath(slug, number);
  return {
    receipt: `${edition}/receipt`,
    signedReceipt: `${edition}/receipt.json`,
    changes: `${edition}/changes`,
  };
};

/** The paths beside an article's page: the form for readers' reports, and its editions in time (RFC 7089). */
export const reportPath = (slug: string): string => `/${slug}/report`;
export const timemapPath = (slug: string): string => `/${slug}/timemap`;
export const timegatePath = (slug: string): string => `/${slug}/timegate`;

/** A path as it may stand in a header or a link (RFC 3986): letters that are not ASCII are percent-encoded. */
export const inAscii = (path: string): string => encodeURI(path).replace(/[?#]/g, encodeURIComponent);

/** A list that readers can open: all but the sitemap's. */
export type OpenList = Exclude<ListKind, "sitemap">;

/** The path of a list by its kind and slug, and of an older page of it; a month's slug is "2026-11". */
export function listPath(kind: OpenList, slug: string, page: "head" | number = "head"): string {
  const path = kind === "month" ? `/archive/${slug.replace("-", "/")}` : `/${folders[kind]}/${slug}`;
  return page === "head" ? path : `${path}/${page}`;
}

const folders = { topic: "topics", author: "authors", language: "languages" } as const;
