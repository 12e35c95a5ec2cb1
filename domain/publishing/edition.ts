import type { Node } from "prosemirror-model";
import type { FrozenCitations } from "@/domain/citation/formatted";
import type { ArticleId, EditionId, ReferenceId } from "@/domain/ids";
import type { LooksView } from "@/domain/looks/view";
import type { SourceRecord } from "@/domain/source/record";
import type { VerifiedCitations } from "./verified";

export const editionKinds = ["first", "update", "correction", "retraction"] as const;
export type EditionKind = (typeof editionKinds)[number];

/** What readers see of the house. `baseUrl` is empty while the site does not know its own address; without `looks` it looks as from the start. */
export type SiteView = { name: string; tagline: string; baseUrl: string; looks?: LooksView };

/** One line of an article's list of editions; `note` is the correction's or the retraction's. */
export type EditionLine = { number: number; kind: EditionKind; slug: string; publishedAt: string; note: string | null };

/**
 * A source as the edition froze it, with who had verified what rests on it (editions from before have none); its health is
 * what is known of it now, where readers are told.
 */
export type CitedReference = {
  id: ReferenceId;
  record: SourceRecord;
  verified?: VerifiedCitations | undefined;
  health?: ReferenceHealth;
};

/** What readers are told of a source's health; moments are ISO 8601. It is no part of the edition, only of its page. */
export type ReferenceHealth = {
  /** Since when it is not at its address any more; null while it is, or while nobody knows. */
  lostSince: string | null;
  /** When the newest copy was kept, and where a public archive has one. */
  keptAt: string | null;
  archive: { url: string; at: string | null } | null;
  standing: { state: "retracted" | "concern"; on: string | null } | null;
};

/** A published article that the text links to. */
export type LinkedArticle = { slug: string; title: string };

/**
 * All that a baked page shows of one edition, as plain values: times are ISO 8601, `parts` are the front and the
 * sections, `references` stand in citing order, `citations` are as they were formatted when it was published (null in
 * editions from before), `editions` are all there are so far, oldest first.
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
  citations: FrozenCitations | null;
  approvers: readonly string[];
  editions: readonly EditionLine[];
  links: ReadonlyMap<ArticleId, LinkedArticle>;
  record: EditionRecord;
};

/**
 * What an edition is checked by: the digest of its text, the rules' version that it was made with, those of its parts in
 * their order, and the very bytes of its receipt (null in editions from before there were any).
 */
export type EditionRecord = {
  digest: string;
  rules: string;
  sections: readonly { id: string; digest: string }[];
  receipt: string | null;
};

/** An article on a list, in a feed or in the sitemap; one of kind retraction is told of in feeds only. */
export type PublicEntry = {
  articleId: ArticleId;
  slug: string;
  title: string;
  standfirst: string;
  byline: string;
  language: string;
  publishedAt: string;
  updatedAt: string;
  number: number;
  kind: EditionKind;
  /** The correction's note or the retraction's reason, where the latest edition is one. */
  note: string | null;
  sources: number;
  /** The picture that stands for it, where its latest edition shows one: path, media type and length in bytes. */
  picture: { path: string; type: string; length: number } | null;
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
