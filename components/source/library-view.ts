import type { ArticleId, SectionId, SourceId } from "@/domain/ids";
import type { ArticleState } from "@/domain/review/machine";
import type { IdentityKey } from "@/domain/source/identity";
import type { SourceRecord } from "@/domain/source/record";

/** A source as a line of the library. */
export type LibraryLine = {
  id: SourceId;
  record: SourceRecord;
  keys: IdentityKey[];
  /** How many articles have it on their list. */
  articles: number;
};

/** An article that rests on a source: where, and what was approved of those places. */
export type SourceUse = {
  article: ArticleId;
  title: string;
  state: ArticleState;
  /** The number of the edition that readers see. */
  edition: number | null;
  sections: { id: SectionId; heading: string; approvedBy: string | null }[];
};

/** A source with all that a merge or an edit must show of it. */
export type SourceInFull = LibraryLine & { version: number; uses: SourceUse[] };
