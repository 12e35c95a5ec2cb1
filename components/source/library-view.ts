import type { ArticleId, SectionId, SourceId } from "@/domain/ids";
import type { ArticleState } from "@/domain/review/machine";
import type { LinkState, StandingState } from "@/domain/source/facts";
import type { SourceRecord } from "@/domain/source/record";

/** What identifies a work: a scheme ("doi", "isbn", "pmid", "arxiv", "url") and a normalised value. */
export type SourceIdentity = { scheme: string; value: string };

/** A source as a line of the library; `usedIn` counts the articles that have it on their lists. */
export type LibraryLine = {
  id: SourceId;
  type: SourceRecord["type"];
  title: string;
  byline: string;
  year: number | null;
  usedIn: number;
  link: LinkState | null;
  standing: StandingState | null;
  lookedAt: string | null;
  tags: string[];
};

/** A choice of a facet with how many sources it would leave; people are named by `label`. */
export type LibraryChoice = { choice: string; label: string | null; sources: number };

/** A view of the library that somebody keeps; `by` names who shares it, null for one's own. */
export type LibraryView = { id: string; name: string; query: string; shared: boolean; by: string | null };

/** What somebody may do with sources. */
export type LibraryRights = { check: boolean; tag: boolean; merge: boolean };

/** An article that rests on a source: where, and which of those places are approved as they stand. */
export type SourceUse = {
  articleId: ArticleId;
  title: string;
  state: ArticleState;
  published: boolean;
  sections: { id: SectionId; heading: string | null; approved: boolean }[];
};

/** A source with all that an edit or a merge must say of it. */
export type SourceInFull = {
  id: SourceId;
  version: number;
  record: SourceRecord;
  keys: SourceIdentity[];
  uses: SourceUse[];
};
