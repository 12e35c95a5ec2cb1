import type { ReferenceId, SourceId } from "@/domain/ids";

/** Something that a citation can be bound to: a source of the library, or a line of this article's own list. */
export type SourceHit = {
  /** The library's source; null for a line of the article that is not a source yet. */
  source: SourceId | null;
  /** The article's own entry for it, if it has one. */
  reference: ReferenceId | null;
  title: string;
  /** Who, where, when: one line that tells it from others. */
  detail: string;
  /** Whether the article cites it already. */
  cited: boolean;
};
