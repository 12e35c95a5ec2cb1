import type { Node } from "prosemirror-model";
import type { ArticleId, EditionId, ReferenceId } from "@/domain/ids";
import type { SourceRecord } from "@/domain/source/record";

export const editionKinds = ["first", "update", "correction", "retraction"] as const;
export type EditionKind = (typeof editionKinds)[number];

/** What readers see of the house. `baseUrl` is empty while the site does not know its own address. */
export type SiteView = { name: string; tagline: string; baseUrl: string };

/** One line of an article's list of editions; `note` is the correction's or the retraction's. */
export type EditionLine = { number: number; kind: EditionKind; slug: string; publishedAt: string; note: string | null };

/** A source as the edition froze it. */
export type CitedReference = { id: ReferenceId; record: SourceRecord };

/** A published article that the text links to. */
export type LinkedArticle = { slug: string; title: string };

/**
 * All that a baked page shows of one edition, as plain values: times are ISO 8601, `parts` are the front and the
 * sections, `references` stand in citing order, `editions` are all there are so far, oldest first.
 */
export type EditionView = {
  site: SiteView;
  articleId: ArticleId;
  editionId: EditionId;
  slug: string;
  number: number;
  kind: EditionKind;
  title: string;
  standfirst: string;
  byline: string;
  publishedAt: string;
  note: string | null;
  parts: readonly Node[];
  references: readonly CitedReference[];
  approvers: readonly string[];
  editions: readonly EditionLine[];
  links: ReadonlyMap<ArticleId, LinkedArticle>;
};

/** An article on a list, in a feed or in the sitemap; one of kind retraction is told of in feeds only. */
export type PublicEntry = {
  articleId: ArticleId;
  slug: string;
  title: string;
  standfirst: string;
  byline: string;
  /** When the first edition came out, and when the latest did. */
  publishedAt: string;
  updatedAt: string;
  number: number;
  kind: EditionKind;
  sources: number;
};

/** The newest edition of the article that this one belongs to. */
export function latestEdition(view: EditionView): EditionLine {
  const latest = view.editions.at(-1);
  if (!latest) throw new Error(`edition ${view.number} of ${view.slug} is not among its article's editions`);
  return latest;
}

/** The corrections that this edition carries, oldest first. */
export const correctionsOf = (view: EditionView): EditionLine[] =>
  view.editions.filter(({ kind, number }) => kind === "correction" && number <= view.number);

/** The retraction of the article, which every one of its editions has to say; null when it stands. */
export function retractionOf(view: EditionView): EditionLine | null {
  const latest = latestEdition(view);
  return latest.kind === "retraction" ? latest : null;
}
